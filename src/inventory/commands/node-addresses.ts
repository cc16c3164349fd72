// Which variables of a script hold what the cluster says of its nodes. Takes a script's text; gives variable names and the places where
// a node's address and a node port are put together. Looks at text: where a value goes is decided by names, not by running anything.

/** `kubectl get nodes`, and what a pod says of its host. */
const NODES =
  /\b(?:kubectl|oc|k)\b[^|;&\n]{0,300}?\bget\s+(?:[\w./-]{1,80},){0,8}no(?:des?)?(?![\w-])|\.status\.hostIP\b|\.status\.addresses\b/;
const PORTS = /\bnodePort\b|\.nodePort\b/;
const ASSIGNED = /(?:^|[\s;&|(])(?:export\s+|local\s+|readonly\s+|declare\s+(?:-\w+\s+)*)?(\w+)\+?=(.*)/g;
const LOOPED = /\bfor\s+(\w+)\s+in\s+(.*)/g;
/** The names of `while … read -r name address; do`. */
const READ =
  /\bwhile\b.*?\bread\s+(?:-\w+(?:[ \t]+(?:''|""|\d+))?[ \t]+)*([A-Za-z_]\w*(?:[ \t]+[A-Za-z_]\w*)*)/;
/** `done < <(…)`, `done <<< "$(…)"`: what the loop reads. */
const FED = /\bdone\b[ \t]*<[ \t]*<[<( \t]*(.*)/;
const LOOP = /(?:^|[;|&({]|\b(?:do|then|else))[ \t]*(?:while|until|for|select)[ \t]/;
const FUNCTION = /^[ \t]*(?:function[ \t]+([\w-]+)(?:[ \t]*\(\))?|([\w-]+)[ \t]*\(\))[ \t]*\{?(.*)$/;
/** A pipe may end its line. */
const OPEN_PIPE = /(?<!\|)\|[ \t]*\r?\n/g;
const FILLED = /\b(?:mapfile|readarray)\s+(?:-\w+\s+)*(\w+)\s*<\s*<\((.*)/g;
/** `$(kubectl get nodes …):$(kubectl get svc … nodePort …)` */
const INLINE_PAIR =
  /\$\((?:kubectl|oc|k) [^()]{0,300}\bno(?:des?)?\b[^()]{0,300}\)"?:"?\$\([^()]{0,300}nodePort\b[^()]{0,60}\)/;
/** Longer texts are not followed. */
const MAX_TEXT = 400_000;
const MAX_LINE = 4_000;
const MAX_ROUNDS = 4;

export type NodeAddresses = {
  /** True for a word that holds such a value. */
  readonly in: (word: string) => boolean;
  /** `$NODE_IP:$NODE_PORT`, with the offset in the text. */
  readonly withPorts: readonly { readonly text: string; readonly offset: number }[];
};

const NONE: NodeAddresses = { in: () => false, withPorts: [] };

export function nodeAddresses(text: string): NodeAddresses {
  if (text.length > MAX_TEXT || !NODES.test(text)) return NONE;
  const lines = joinedLines(text);
  const flows = flowsOf(lines);
  const addresses = reached(flows, NODES);
  const ports = reached(flows, PORTS);
  const holds = (word: string) => NODES.test(word) || namesIn(word).some((name) => addresses.has(name));
  return { in: holds, withPorts: pairsIn(lines, addresses, ports) };
}

/** Variables that hold what a matching text gave, by however many steps. */
export function variablesFrom(text: string, source: RegExp): ReadonlySet<string> {
  if (text.length > MAX_TEXT || !source.test(text)) return new Set();
  return reached(flowsOf(joinedLines(text)), source);
}

/** Comments, and what is only shown to people. */
const UNREAD = /^[ \t]*(?:#|(?:echo|printf|log\w*|info|warn\w*|debug|error)[ \t][^\n>|]*$)[^\n]*/gm;

/** Continued lines become one, at the same offsets; what is not run is blank. */
function joinedLines(text: string): string[] {
  return text
    .replace(UNREAD, (line) => " ".repeat(line.length))
    .replace(/\\\r?\n/g, (end) => " ".repeat(end.length))
    .replace(OPEN_PIPE, (end) => "|".padEnd(end.length))
    .split("\n");
}

type Flow = { readonly name: string; readonly from: string };

function flowsOf(lines: readonly string[]): Flow[] {
  return [...lines.flatMap(flowsIn), ...flowsOfLoops(lines), ...flowsOfFunctions(lines)];
}

/** What a function prints is taken for all that stands in it. */
function flowsOfFunctions(lines: readonly string[]): Flow[] {
  const flows: Flow[] = [];
  let open: string | undefined;
  for (const line of lines) {
    if (line.length > MAX_LINE) continue;
    const [, long, short, rest = ""] = FUNCTION.exec(line) ?? [];
    const name = long ?? short;
    if (name !== undefined) open = `${name}()`;
    if (open !== undefined) flows.push({ name: open, from: name === undefined ? line : rest });
    if (/^\}/.test(line) || (name !== undefined && /\}[ \t]*$/.test(rest))) open = undefined;
  }
  return flows;
}

/** What `while read` takes comes from before the pipe, or from behind the loop's end. */
function flowsOfLoops(lines: readonly string[]): Flow[] {
  const flows: Flow[] = [];
  const open: (readonly string[])[] = [];
  for (const line of lines) {
    if (line.length > MAX_LINE) continue;
    const [whole, names] = READ.exec(line) ?? [];
    const read = names?.split(/[ \t]+/) ?? [];
    const piped = whole === undefined ? "" : line.slice(0, line.indexOf(whole));
    if (/\|\s*$/.test(piped)) flows.push(...read.map((name) => ({ name, from: piped })));
    if (LOOP.test(line)) open.push(read);
    if (!/(?:^|[;\s])done\b/.test(line)) continue;
    const fed = FED.exec(line)?.[1];
    const loop = open.pop() ?? [];
    if (fed !== undefined) flows.push(...loop.map((name) => ({ name, from: fed })));
  }
  return flows;
}

function flowsIn(line: string): Flow[] {
  if (line.length > MAX_LINE) return [];
  const flow = (match: RegExpMatchArray, name: number, from: number): Flow => ({
    name: match[name]!,
    from: match[from]!,
  });
  return [
    ...[...line.matchAll(ASSIGNED)].map((match) => flow(match, 1, 2)),
    ...[...line.matchAll(LOOPED)].map((match) => flow(match, 1, 2)),
    ...[...line.matchAll(FILLED)].map((match) => flow(match, 1, 2)),
  ];
}

function reached(flows: readonly Flow[], source: RegExp): ReadonlySet<string> {
  const names = new Set(flows.filter(({ from }) => source.test(from)).map(({ name }) => name));
  for (let round = 0, before = -1; round < MAX_ROUNDS && before !== names.size; round++) {
    before = names.size;
    for (const { name, from } of flows) if (namesIn(from).some((used) => names.has(used))) names.add(name);
  }
  return names;
}

/** Of variables, and with `()` of functions whose output is taken. */
function namesIn(text: string): string[] {
  return [...text.matchAll(/\$\{?#?(\w+)|\$\([ \t]*([\w-]+)/g)].map(
    ([, name, called]) => name ?? `${called}()`,
  );
}

function pairsIn(
  lines: readonly string[],
  addresses: ReadonlySet<string>,
  ports: ReadonlySet<string>,
): { text: string; offset: number }[] {
  const pairs: { text: string; offset: number }[] = [];
  let start = 0;
  for (const line of lines) {
    const inline = INLINE_PAIR.exec(line);
    if (inline) pairs.push({ text: inline[0], offset: start + inline.index });
    for (const match of line.matchAll(/\$\{?(\w+)\}?"? +"?\$\{?(\w+)\}?/g)) {
      if (addresses.has(match[1]!) && ports.has(match[2]!))
        pairs.push({ text: match[0], offset: start + match.index });
    }
    for (const match of line.matchAll(/\$\{?(\w+)\}?"?:"?(?:\$\{?(\w+)\}?|(3[0-2]\d{3})(?!\d))/g)) {
      const [text, address, port] = match;
      const isPort = port === undefined ? true : ports.has(port);
      if (addresses.has(address!) && isPort) pairs.push({ text, offset: start + match.index });
    }
    start += line.length + 1;
  }
  return pairs;
}

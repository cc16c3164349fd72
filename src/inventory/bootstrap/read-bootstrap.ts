// What the bootstrap text of a node says: how it joins, with which endpoint and certificate, what it fetches. Takes one text, gives facts
// with their offsets. Shell and cloud-config are read alike: by the commands and paths that both write out. Judges nothing.
import { isCloudConfig } from "../../model/first-line.ts";
import type { Bootstrap } from "../../model/inventory/script.ts";
import { type FoundWord, HOLE, type MaskedText, maskText, wordAt } from "./masked-text.ts";

export type BootstrapInput = {
  readonly text: string;
  /** What each HOLE in the text is. */
  readonly holes?: readonly string[];
};

export type Span = readonly [start: number, end: number];

export type BootstrapFacts = Omit<
  Bootstrap,
  "id" | "address" | "notation" | "existence" | "unknown" | "tracked_file"
>;

export type ReadBootstrap = {
  readonly facts: BootstrapFacts;
  /** By the path in the entry, as JSON. */
  readonly places: ReadonlyMap<string, Span>;
  /** Credentials, never to be shown. */
  readonly hidden: readonly Span[];
};

/** What a text must hold to say anything of a node of OKE. */
export const CONCERNS =
  /oke-install\.sh|\boke["']?(?:,|[ \t])+["']?bootstrap\b|\/etc\/oke\/oke-apiserver|oke_init_script|oke-init\.sh|oci-oke-node/;

const INSTALL = /\/oke-install\.sh\b(?:[^\n]*\\\r?\n)*[^\n]*/g;
const BOOTSTRAP = /\boke["']?(?:,[ \t]*|[ \t]+)["']?bootstrap\b(?:[^\n]*\\\r?\n)*[^\n]*/g;
const ENDPOINT_FILE = "/etc/oke/oke-apiserver";
const CA_FILE = "/etc/kubernetes/ca.crt";
const PACKAGE_URL = /https?:\/\/[^\s"'\]]{0,2000}(?:\/p\/|okn-repositories|odx-oke)[^\s"'\]]*/g;
const CREDENTIAL = /\b(token|client-key-data|password)["']?:[ \t]*["']?([A-Za-z0-9+/=._-]{12,})/g;
/** Programs and files of others, and what is filled in: they may do the rest. */
const ELSEWHERE = new RegExp(
  `${HOLE}|\\b(?:curl|wget|git|oci|eval|source|python3?|perl|ruby|ansible[\\w-]*|podman|docker|systemctl|rpm|base64)\\b|` +
    `(?:^|[\\s;&|"'[,])(?:\\.|(?:ba|z|da)?sh)["',]?[ \\t]+|^[ \\t]*(?:-[ \\t]*)?["'[]*[./~][\\w./~-]*/[\\w.-]+|\\$\\{?[A-Za-z]`,
  "m",
);
/** To the shell a comment. */
const INCLUDED = /^#include|x-include-/m;
const PEM = /-----BEGIN/;

export function readBootstrap({ text, holes }: BootstrapInput): ReadBootstrap {
  const masked = maskText(text, holes);
  const places = new Map<string, Span>();
  const note = (path: readonly (string | number)[], span: Span | undefined) => {
    if (span) places.set(JSON.stringify(path), span);
  };
  const installs = [...masked.text.matchAll(INSTALL)];
  const bootstraps = [...masked.text.matchAll(BOOTSTRAP)];
  const runs = [...installs, ...bootstraps];
  const endpoints = [
    ...runs.flatMap((run) => flagValue(masked, [run], ["--apiserver-endpoint", "--apiserver-host"]) ?? []),
    ...[fileContent(masked, ENDPOINT_FILE)].flatMap((one) => one ?? []),
  ];
  const endpoint = endpoints[0];
  const others = new Map(
    endpoints.flatMap((one) =>
      one.value === undefined || one.value === endpoint?.value || isPlaceholder(one.value)
        ? []
        : [[one.value, one] as const],
    ),
  );
  const caFlag = flagValue(masked, runs, ["--kubelet-ca-cert", "--ca"]);
  const caFile = fileContent(masked, CA_FILE);
  const ca = caFlag ?? caFile;
  const isPem = caFlag !== undefined && caFile?.value !== undefined && PEM.test(caFile.value);
  const joins =
    runs.some(([run]) => /--apiserver-(?:endpoint|host)\b|--kubelet-ca-cert\b|--ca\b/.test(run)) ||
    masked.text.includes(ENDPOINT_FILE);
  const joinAt = runs[0] ?? /\/etc\/oke\/oke-apiserver/.exec(masked.text);
  note(["join"], joinAt ? firstLine(joinAt.index, joinAt[0]) : undefined);
  note(["endpoint"], endpoint && [endpoint.start, endpoint.end]);
  for (const [index, { start, end }] of [...others.values()].entries())
    note(["other_endpoints", index], [start, end]);
  note(["ca"], ca && [ca.start, ca.end]);
  note(["ca_file"], caFile && [caFile.start, caFile.end]);

  const fetches = /oke_init_script/.exec(masked.plain);
  note(["fetches_oke_init"], fetches ? firstLine(fetches.index, fetches[0]) : undefined);
  const v1 = /\/opc\/v1\b/.exec(masked.plain);
  note(["imds_v1"], v1 ? firstLine(v1.index, v1[0]) : undefined);
  const urls = [...masked.text.matchAll(PACKAGE_URL)];
  for (const [index, url] of urls.entries()) note(["package_urls", index], firstLine(url.index, url[0]));
  const credentials = /\bkind["']?:[ \t]*["']?Config\b/.test(text)
    ? [...masked.text.matchAll(CREDENTIAL)].filter(([, , value]) => !value!.includes(HOLE))
    : [];
  for (const [index, one] of credentials.entries())
    note(["secrets", index], [one.index, one.index + one[1]!.length]);

  const facts: BootstrapFacts = {
    form: formOf(text),
    ...familyOf(masked.text, installs.length > 0),
    self_managed: joins,
    ...(endpoint?.value !== undefined && !isPlaceholder(endpoint.value) && { endpoint: endpoint.value }),
    ...(endpoint?.from !== undefined && { endpoint_from: endpoint.from }),
    endpoint_stated: endpoint !== undefined,
    ...(others.size > 0 && { other_endpoints: [...others.keys()] }),
    ...certificate(ca),
    ca_in_file: caFlag === undefined && ca !== undefined,
    ...(isPem && { ca_file: "pem" as const }),
    ca_stated: ca !== undefined,
    text_known: runs.every(([run]) => !mayHoldFlags(run, masked)) && !WHOLE_LINE.test(masked.text),
    runs_oke_init:
      runs.length > 0 ||
      /(?:^|[\s;&|/"'[,])oke-(?:init|install)(?:\.sh)?\b/m.test(
        masked.text.replaceAll(/oke_init_script/g, ""),
      ),
    self_contained: !ELSEWHERE.test(masked.text) && !INCLUDED.test(text),
    conditional: /^[ \t]*(?:if|case)\b/m.test(masked.text),
    fetches_oke_init: fetches !== null,
    imds_v1: v1 !== null,
    // The link is a credential of a kind.
    package_urls: urls.map(([url]) =>
      url.replaceAll(new RegExp(`${HOLE}+`, "g"), "…").replace(/\/p\/[^/]+\//, "/p/…/"),
    ),
    writes: [
      ...masked.text.matchAll(
        /(?:^[ \t]*(?:-[ \t]*)?path:[ \t]*["']?|>>?[ \t]*["']?|\btee[ \t]+(?:-a[ \t]+)?["']?)(\/[\w./-]+)/gm,
      ),
    ].map(([, path]) => path!),
    secrets: credentials.map(([, name]) => name!),
  };
  const hidden = credentials.map(([whole, , value], index): Span => {
    const start = credentials[index]!.index + whole.length - value!.length;
    return [start, start + value!.length];
  });
  return { facts, places, hidden };
}

/** A line that somebody else writes may hold anything. */
const WHOLE_LINE = new RegExp(`^[ \\t]*(?:-[ \\t]*)?${HOLE}+[ \\t]*$`, "m");

/** An expansion that stands alone among the words of a command, and is no value of a flag before it. */
function mayHoldFlags(run: string, { text }: MaskedText): boolean {
  const words = run.replaceAll(/\\\r?\n/g, " ").split(/[\s,]+/);
  return (
    text !== "" &&
    words.some(
      (word, index) =>
        new RegExp(`^${HOLE}+$`).test(word) && !/^["']?--[\w-]+["']?$/.test(words[index - 1] ?? ""),
    )
  );
}

function flagValue(
  masked: MaskedText,
  runs: readonly RegExpExecArray[],
  flags: readonly string[],
): FoundWord | undefined {
  for (const { 0: run, index } of runs) {
    for (const flag of flags) {
      const match = new RegExp(`${flag}["']?(?:=|[ \\t]*,[ \\t]*|(?:[ \\t]|\\\\\\r?\\n)+)`).exec(run);
      const word = match && wordAt(masked, index + match.index + match[0].length);
      if (word) return word;
    }
  }
  return undefined;
}

/** What the text puts into a file: `echo X > FILE`, `path: FILE` with its `content:`, a heredoc. */
function fileContent(masked: MaskedText, path: string): FoundWord | undefined {
  const { text } = masked;
  const at = text.indexOf(path);
  if (at === -1) return undefined;
  const lineStart = text.lastIndexOf("\n", at) + 1;
  const line = text.slice(lineStart, text.indexOf("\n", at) === -1 ? text.length : text.indexOf("\n", at));
  const echoed = /(?:echo|printf)[ \t]+(?:-\w+[ \t]+|["']?%s\S*[ \t]+)*/.exec(line);
  if (echoed && /[>|]/.test(line)) return wordAt(masked, lineStart + echoed.index + echoed[0].length);
  const heredoc = /<<-?[ \t]*["']?(\w+)["']?[^\n]*\n[ \t]*/.exec(text.slice(lineStart));
  if (heredoc && heredoc.index < line.length)
    return wordAt(masked, lineStart + heredoc.index + heredoc[0].length);
  const content = contentBeside(text, at);
  return content === undefined
    ? { start: at, end: at + path.length, from: "" }
    : (wordAt(masked, content) ?? { start: at, end: at + path.length, from: "" });
}

/** The `content:` of the same item of `write_files`. */
function contentBeside(text: string, at: number): number | undefined {
  const before = text.lastIndexOf("\n- ", at);
  const from = Math.max(before, text.lastIndexOf("\n  - ", at), 0);
  const next = /\n[ \t]*-[ \t]+\w+:/.exec(text.slice(at));
  const item = text.slice(from, next ? at + next.index : text.length);
  const match = /\bcontent:[ \t]*(?:[|>][-+\d]*[ \t]*\n[ \t]*)?/.exec(item);
  return match ? from + match.index + match[0].length : undefined;
}

function certificate(word: FoundWord | undefined): Pick<Bootstrap, "ca" | "ca_from" | "ca_literal"> {
  if (word?.value === undefined)
    return { ca_literal: false, ...(word?.from !== undefined && { ca_from: word.from }) };
  if (isPlaceholder(word.value)) return { ca_literal: false };
  // In `write_files` with `encoding: b64` once more.
  const form = /^(?:LS0t|TFMwd)/.test(word.value) ? "base64" : PEM.test(word.value) ? "pem" : "other";
  return { ca: form, ca_literal: form === "base64" && /^[A-Za-z0-9+/=]{40,}$/.test(word.value) };
}

function isPlaceholder(value: string): boolean {
  return (
    value === "" ||
    /[<>{}[\]…]|\.\.\.|^(?:[A-Z][A-Z0-9]*_[A-Z0-9_]+|(@@?|__|%%?|##?)[A-Za-z]\w*\1|x+|X+)$|\b(?:your|example|replace|changeme)\b|base64/i.test(
      value,
    )
  );
}

function familyOf(text: string, installs: boolean): { family?: "oracle-linux" | "ubuntu" } {
  if (installs) return { family: "oracle-linux" };
  return /oci-oke-node|\bapt(?:-get)?\b|\boke["']?(?:,|[ \t])+["']?bootstrap/.test(text)
    ? { family: "ubuntu" }
    : {};
}

function formOf(text: string): Bootstrap["form"] {
  if (/^Content-Type:[ \t]*multipart/im.test(text) || (/^#!/m.test(text) && /^#cloud-config/m.test(text)))
    return "mixed";
  return isCloudConfig(text.trimStart()) || /^(?:runcmd|write_files|packages):/m.test(text)
    ? "cloud-config"
    : "shell";
}

function firstLine(start: number, text: string): Span {
  const end = text.search(/[ \t]*(?:\\?\r?\n|$)/);
  return [start, start + (end === -1 ? text.length : end)];
}

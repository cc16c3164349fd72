// justfiles: the body of every recipe as one script. Takes the text, gives scripts with `{{ … }}` masked.
import { isShellScript } from "../../../model/first-line.ts";
import { buildMappedText, type MappedText, maskPattern, UNKNOWN } from "../mapped-text.ts";
import type { TextScript } from "./make.ts";

const RECIPE = /^@?([A-Za-z_][\w-]*)(?:[ \t]+[^:\n]*?)?[ \t]*:(?!=)/;
/** `k := "kubectl -n " + ns`: what is added is not known. */
const BEGINNING = /^(?:export[ \t]+)?([A-Za-z_][\w-]*)[ \t]*:=[ \t]*(?:"([^"\\\n]*)"|'([^'\n]*)')[ \t]*\+/;
const ASSIGNMENT =
  /^(?:export[ \t]+)?([A-Za-z_][\w-]*)[ \t]*:=[ \t]*(?:"([^"\\\n]*)"|'([^'\n]*)')[ \t]*(?:#.*)?$/;

export function justScripts(text: string): TextScript[] {
  const variables = new Map<string, string>();
  const scripts: TextScript[] = [];
  let recipe: { readonly name: string; readonly lines: [number, number][] } | undefined;
  const finish = () => {
    const script = recipe && recipeScript(text, recipe.name, recipe.lines, variables);
    if (script !== undefined) scripts.push(script);
    recipe = undefined;
  };
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf("\n", start);
    const end = newline === -1 ? text.length : newline;
    const line = text.slice(start, end);
    if (recipe !== undefined && (/^[ \t]/.test(line) || line.trim() === "")) recipe.lines.push([start, end]);
    else {
      finish();
      const assignment = ASSIGNMENT.exec(line.trimEnd());
      const beginning = BEGINNING.exec(line);
      const head = RECIPE.exec(line);
      if (assignment !== null) variables.set(assignment[1]!, assignment[2] ?? assignment[3] ?? "");
      else if (beginning !== null)
        variables.set(beginning[1]!, `${beginning[2] ?? beginning[3] ?? ""}${UNKNOWN}`);
      else if (head !== null && head[1] !== "set" && head[1] !== "import")
        recipe = { name: head[1]!, lines: [] };
    }
    start = end + 1;
  }
  finish();
  return scripts;
}

function recipeScript(
  text: string,
  name: string,
  lines: readonly (readonly [number, number])[],
  variables: ReadonlyMap<string, string>,
): TextScript | undefined {
  const filled = lines.filter(([start, end]) => text.slice(start, end).trim() !== "");
  if (filled.length === 0) return undefined;
  const first = text.slice(...filled[0]!).trim();
  const isScript = first.startsWith("#!");
  if (isScript && !isShellScript(first)) return undefined;
  const indent = Math.min(...filled.map(([start, end]) => /^[ \t]*/.exec(text.slice(start, end))![0].length));
  const builder = buildMappedText(text);
  let continued = false;
  for (const [start, end] of lines) {
    const content = text.slice(start, end);
    // `@` and `-` before a command are just's own, but not inside a script or on a continued line.
    const prefix = isScript || continued ? indent : /^[ \t]*[@-]*/.exec(content)![0].length;
    continued = content.trimEnd().endsWith("\\");
    builder.copy(Math.min(start + prefix, end), Math.min(end + 1, text.length));
  }
  const plain = builder.done();
  return { host: `just:${name}`, plain, masked: maskInterpolations(plain, variables) };
}

function maskInterpolations(text: MappedText, variables: ReadonlyMap<string, string>): MappedText {
  return maskPattern(
    text,
    /\{\{(?!\{)([\s\S]*?)\}\}/g,
    ([, inside]) => variables.get((inside ?? "").trim()) ?? UNKNOWN,
  );
}

// Tiltfiles: the commands of `local`, `local_resource` and `custom_build`, and forwarded ports. Takes the text, gives scripts with what is filled in masked.
import { joinTexts, type MappedText, maskPattern, quotedWord, UNKNOWN } from "../mapped-text.ts";
import type { TextScript } from "./make.ts";
import { readStringLiteral, type StringLiteral } from "./string-literal.ts";

const TOKEN = /#|[rRbBfF]*(?:["'])|(?<![\w.])(local|local_resource|custom_build|k8s_resource)\s*\(/g;
/** Where the command stands: position, and names. */
const CALLS: Readonly<Record<string, { readonly position: number; readonly names: readonly string[] }>> = {
  local: { position: 0, names: ["command"] },
  local_resource: { position: 1, names: ["cmd", "serve_cmd"] },
  custom_build: { position: 1, names: ["command"] },
  k8s_resource: { position: -1, names: [] },
};
const MAX_CALL = 20_000;

export function tiltScripts(text: string): TextScript[] {
  const scripts: TextScript[] = [];
  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(text); match !== null; match = TOKEN.exec(text)) {
    const [token, name] = match;
    if (token === "#") {
      const end = text.indexOf("\n", match.index);
      TOKEN.lastIndex = end === -1 ? text.length : end;
    } else if (name === undefined) {
      TOKEN.lastIndex = stringAt(text, match.index)?.end ?? match.index + token.length;
    } else {
      const start = match.index + token.length;
      const end = readCall(text, start, name, scripts);
      TOKEN.lastIndex = end;
      if (name === "k8s_resource") scripts.push(...forwards(text, start, end));
    }
  }
  return scripts;
}

/** `port_forwards=8080`: a command of its own, which no shell knows. */
function forwards(text: string, start: number, end: number): TextScript[] {
  const found = /^[^#\n]*?\bport_forwards\s*=(?!\s*(?:\[\s*\]|None\b))/m.exec(text.slice(start, end));
  if (found === null) return [];
  const from = start + found.index + found[0].lastIndexOf("port_forwards");
  const behind = from + "port_forwards".length;
  const masked: MappedText = { text: "tilt.port_forwards", at: () => from, end: () => behind };
  return [{ host: "tilt:k8s_resource", plain: { ...masked, text: "port_forwards" }, masked, job: "tilt" }];
}

/** Reads the arguments of a call, gives the offset behind its bracket. */
function readCall(text: string, start: number, name: string, scripts: TextScript[]): number {
  const { position, names } = CALLS[name]!;
  const limit = Math.min(text.length, start + MAX_CALL);
  let depth = 1;
  let index = 0;
  let keyword: string | undefined;
  let strings: { readonly literal: StringLiteral; readonly listed: boolean }[] = [];
  const finish = () => {
    const wanted = keyword === undefined ? index === position : names.includes(keyword);
    if (wanted && strings.length > 0) {
      const listed = strings.every((string) => string.listed);
      const masked = listed
        ? words(strings.map(({ literal }) => quotedWord(literal.masked)))
        : strings[0]!.literal.masked;
      const plain = listed ? words(strings.map(({ literal }) => literal.text)) : strings[0]!.literal.text;
      scripts.push({ host: `tilt:${name}`, plain, masked, job: "tilt" });
    }
    strings = [];
    keyword = undefined;
    index++;
  };
  for (let at = start; at < limit; ) {
    const char = text[at]!;
    const literal = stringAt(text, at);
    if (literal !== null) {
      const formatted = /^\s*(?:%|\.format\b)/.exec(text.slice(literal.end, literal.end + 40));
      const masked =
        formatted === null ? literal.masked : maskPattern(literal.masked, /%[a-z]|\{\w*\}/g, () => UNKNOWN);
      strings.push({ literal: { ...literal, masked }, listed: depth > 1 });
      at = literal.end;
      continue;
    }
    if (char === "#") {
      const end = text.indexOf("\n", at);
      at = end === -1 ? limit : end;
    } else if ("([{".includes(char)) depth++;
    else if (")]}".includes(char)) {
      if (--depth === 0) {
        finish();
        return at + 1;
      }
    } else if (char === "," && depth === 1) finish();
    else if (char === "=" && depth === 1 && text[at + 1] !== "=" && strings.length === 0)
      keyword = /(\w+)\s*$/.exec(text.slice(Math.max(start, at - 60), at))?.[1];
    at++;
  }
  return limit;
}

function words(texts: readonly MappedText[]): MappedText {
  return { ...joinTexts(texts), text: texts.map(({ text }) => text).join(" ") };
}

function stringAt(text: string, at: number): StringLiteral | null {
  const prefix = /^(?<![\w])[rRbBfF]{0,2}(?=["'])/.exec(text.slice(at, at + 3))?.[0];
  if (prefix === undefined || (prefix !== "" && /\w/.test(text[at - 1] ?? ""))) return null;
  return readStringLiteral(
    text,
    at + prefix.length,
    /f/i.test(prefix) ? "braces" : "none",
    /r/i.test(prefix),
  );
}

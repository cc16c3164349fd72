// Recognises text that a template engine (Helm, Go templates, Jinja) has yet to turn into YAML.
import { EVENT_ID, type Event, SCALAR_STYLE } from "js-yaml";

/** What only a chart or a playbook says; `{{name}}` alone is also data of Argo, Prometheus and others. */
const action =
  /(?<!\$)\{\{(?:-|~|\s*(?:\.(?:Values|Release|Chart|Files|Capabilities|Template)\b|(?:include|template|toYaml|tpl|if|range|with|end|else|define|block|required|default|printf|lookup)\b|\$\.(?:Values|Release|Chart)\b|\/\*))|\{%[-+]?\s*\w/;
/** Where `{{` cannot begin a YAML value: at the start of a line, of an entry or of a value. */
const opening = /^[ \t]*(?:- +)*(?:[^\s"'#{][^"'#{]*:[ \t]+)?\{\{/;
const blockHeader = /^([ \t]*)(?:[^#]*[:\-?][ \t]+)?[|>][-+0-9]{0,2}[ \t]*(?:#.*)?$/;

/** Files that are templates by their name: of Terraform, Go, Helm, Jinja, ERB, Mustache. */
const templateName = /\.(?:tftpl|tpl|tmpl|gotmpl|j2|jinja2?|erb|mustache|hbs|template)$/i;

export function isTemplateName(file: string): boolean {
  return templateName.test(file);
}

/** Whether the text can hold a template at all. */
export function mayHoldTemplate(text: string): boolean {
  return text.includes("{{") || text.includes("{%");
}

/** Offset of the first action that makes a text which is not YAML a template, or -1. Quotes, comments and block scalars do not count. */
export function templateInBrokenText(text: string): number {
  let blockIndent = -1;
  for (let start = 0; start <= text.length; ) {
    const newline = text.indexOf("\n", start);
    const end = newline === -1 ? text.length : newline;
    const line = text.slice(start, end).trimEnd();
    const indent = line.length - line.trimStart().length;
    if (blockIndent !== -1 && line !== "" && indent <= blockIndent) blockIndent = -1;
    if (blockIndent === -1 && line !== "") {
      const at = templateInLine(line);
      if (at !== -1) return start + at;
      if (blockHeader.test(line)) blockIndent = indent;
    } else if (blockIndent !== -1 && indent === 0) blockIndent = -1;
    start = end + 1;
  }
  return -1;
}

function templateInLine(line: string): number {
  if (!mayHoldTemplate(line)) return -1;
  if (opening.test(line)) return line.indexOf("{{");
  const found = action.exec(line);
  if (!found) return -1;
  const before = line.slice(0, found.index);
  if (/^\s*#|\s#/.test(before)) return -1;
  return quotesOpen(before) ? -1 : found.index;
}

function quotesOpen(text: string): boolean {
  return (text.split('"').length - 1) % 2 === 1 || (text.split("'").length - 1) % 2 === 1;
}

/** ytt writes its code into comments, and leaves the values that it makes empty. */
const ytt = /^#@ ?(?:load\(|data\/values|overlay\/|library\/)|^[ \t]*(?:- +)*[\w."'/-]{1,200}:[ \t]+#@ \S/m;

/** Whether a text that is YAML can be a template all the same. */
export function mayBeTemplate(text: string): boolean {
  return mayHoldTemplate(text) || text.includes("#@");
}

/** Offset of what makes it one, or -1. */
export function templateInReadable(text: string, events: readonly Event[]): number {
  const found = text.includes("#@") ? ytt.exec(text) : null;
  if (found) return found.index + found[0].indexOf("#@");
  return mayHoldTemplate(text) ? templateInPlainScalar(text, events) : -1;
}

/** Offset of a chart's action that stands in an unquoted scalar of YAML that can be read, or -1. */
function templateInPlainScalar(text: string, events: readonly Event[]): number {
  for (const event of events) {
    if (event.type !== EVENT_ID.SCALAR || event.style !== SCALAR_STYLE.PLAIN || event.valueStart === -1)
      continue;
    if (event.valueEnd - event.valueStart < 4) continue;
    const found = action.exec(text.slice(event.valueStart, event.valueEnd));
    if (found) return event.valueStart + found.index;
  }
  return -1;
}

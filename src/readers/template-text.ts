// What a template engine (Jinja, Go, Terraform) puts around the lines of a script or a cloud-config: takes the text, gives it with the
// engine's own lines blanked, so that the rest can be read at its places. Both branches of a condition then stand there.

/** `{% if … %}` and `{# … #}` of Jinja, `%{ if … ~}` of Terraform. */
const DIRECTIVE =
  /\{%[-+]?[^%\n]{0,400}%\}|\{#[-\s][^#\n]{0,400}#\}|(?<!%)%\{~?[ \t]*(?:if|else|elseif|endif|for|endfor)\b[^}\n]{0,400}\}/g;
/** `hostname: {{ name }}`: no value of YAML begins so. */
const OPEN_VALUE = /^([ \t]*(?:- +)*(?:[\w.-]+:[ \t]+)?)\{\{([^{}\n]{0,400})\}\}/gm;
/** Lines that are nothing else: `{{- range .Nodes }}`. */
const ACTION_LINE = /^[ \t]*\{\{[^{}\n]{0,400}\}\}[ \t]*$/gm;

const CLOUD_CONFIG = /^(?:##[ \t]*template:[^\n]*\n)?#cloud-config\b/;
const TEMPLATE_NAME = /\.(?:tftpl|tpl|tmpl|gotmpl|j2|jinja2?|template)$/i;

/** At the same length. */
export function cloudConfigText(text: string): string {
  if (!CLOUD_CONFIG.test(text) || !/\{[{%]|%\{/.test(text)) return text;
  return text.replace(DIRECTIVE, blank).replace(OPEN_VALUE, "$1$${$2 }");
}

export function isTemplateFile(file: string): boolean {
  return TEMPLATE_NAME.test(file);
}

/** At the same length. */
export function scriptText(text: string): string {
  return text.replace(DIRECTIVE, blank).replace(ACTION_LINE, blank);
}

function blank(part: string): string {
  return " ".repeat(part.length);
}

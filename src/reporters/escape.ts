// Makes text from a repository harmless for the place it is shown in: terminal, workflow log, Markdown, JSON.
// Takes strings, gives strings, knows nothing of reports. Every reporter gets its escaping from here.

/**
 * Characters that act or hide instead of showing: controls (ANSI sequences begin with one), bidirectional marks, zero-width and
 * other ignorable characters, line and paragraph separators. Lone surrogates are among them because no encoder can write them.
 */
const invisible = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

const named: Readonly<Record<string, string>> = { "\n": "\\n", "\r": "\\r", "\t": "\\t" };

function codePoint(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}

/** One line of text with everything invisible spelled out: a line break becomes `\n`, an escape character `\u{1b}`. */
export function visible(text: string): string {
  return text.replace(invisible, (character) => named[character] ?? codePoint(character));
}

/** Several lines, each of them made visible. */
export function visibleLines(text: string): string {
  return text.split("\n").map(visible).join("\n");
}

/**
 * Breaks what the Actions runner would take for a command in log text that is otherwise ready to print: `::name::` at the start of a
 * line and `##[name]` anywhere in it. The mark put in is a visible backslash because the runner compares by culture,
 * which skips zero-width characters; text from a repository went through `visible` before for the same reason.
 */
export function neutral(text: string): string {
  return text.replace(/^(\s*):(?=:)/gm, "$1:\\").replace(/##(?=\[)/g, "##\\");
}

/** The data part of a workflow command, `::error::<here>`. Line breaks stay line breaks in the annotation. */
export function commandData(text: string): string {
  return visibleLines(text)
    .replace(/##(?=\[)/g, "##\\")
    .replaceAll("%", "%25")
    .replaceAll("\n", "%0A");
}

/** A property of a workflow command, `::error file=<here>::`. */
export function commandProperty(text: string): string {
  return visible(text)
    .replace(/##(?=\[)/g, "##\\")
    .replaceAll("%", "%25")
    .replaceAll(":", "%3A")
    .replaceAll(",", "%2C");
}

/** A file name as a property: it must stay what it is, or the annotation lands nowhere; only what would act is encoded. */
export function commandFile(file: string): string {
  return file
    .replaceAll("%", "%25")
    .replaceAll("\r", "%0D")
    .replaceAll("\n", "%0A")
    .replaceAll(":", "%3A")
    .replaceAll(",", "%2C")
    .replace(invisible, codePoint)
    .replace(/##(?=\[)/g, "##\\");
}

/**
 * Text inside a Markdown paragraph or table cell, on GitHub: no markup, HTML, link, mention, reference, formula or emoji comes of it.
 * Mentions, references and bare addresses are matched after Markdown was rendered, so a zero-width space parts them.
 */
export function markdown(text: string): string {
  return visible(text)
    .replace(/[\\`*_[\]|~]/g, "\\$&")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll("$", "<span>$</span>")
    .replace(/@(?=[\w-])/g, "@\u200b")
    .replace(/#(?=\d)/g, "#\u200b")
    .replace(/(?<=\bGH-)(?=\d)/gi, "\u200b")
    .replace(/:(?=\/\/|[\w+-]+:)/g, ":\u200b")
    .replace(/(?<=www)(?=\.)/gi, "\u200b")
    .replace(/^(?=#|[+-]\s|\d+[.)]\s|={2,}|-{3,})/, "\u200b");
}

/** Text as code in a Markdown paragraph or table cell. */
export function markdownCode(text: string): string {
  const shown = visible(text);
  return /^[^`|\s][^`|]*(?<!\s)$/.test(shown) ? `\`${shown}\`` : `<code>${markdown(text)}</code>`;
}

/** A fenced block, its fence longer than any run of backticks inside. Lines are made visible one by one. */
export function markdownFence(lines: readonly string[], language = ""): string {
  const shown = lines.map((line) => visible(line.replaceAll("\t", "    ")));
  const longest =
    shown
      .join("\n")
      .match(/`+/g)
      ?.reduce((most, run) => Math.max(most, run.length), 0) ?? 0;
  const fence = "`".repeat(Math.max(3, longest + 1));
  return `${fence}${language}\n${shown.join("\n")}\n${fence}`;
}

/** Text inside HTML, in an element or a quoted attribute. */
export function html(text: string): string {
  return visible(text)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}

/**
 * A value as JSON that may be printed anywhere: the same value for every reader, but invisible characters and `##[` are written as
 * `\u` escapes. (A line of JSON never begins with `::`.) Without `indent` the text is one line.
 */
export function json(value: unknown, indent = 0): string {
  return JSON.stringify(value, null, indent)
    .replace(/##(?=\[)/g, "#\\u0023")
    .replace(/(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu, unicodeEscape);
}

function unicodeEscape(character: string): string {
  let escaped = "";
  for (let at = 0; at < character.length; at += 1) {
    escaped += `\\u${character.charCodeAt(at).toString(16).padStart(4, "0")}`;
  }
  return escaped;
}

/** A path below a repository as part of a URL: every segment encoded, also the characters that end a Markdown link. */
export function urlPath(path: string): string {
  return path.toWellFormed().split("/").map(urlSegment).join("/");
}

function urlSegment(segment: string): string {
  return encodeURIComponent(segment).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

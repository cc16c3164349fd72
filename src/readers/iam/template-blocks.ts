// Finds the end of a block of a template language: what stands between `%{ if … }` and `%{ endif }` is one placeholder with them, as
// nobody knows which part of it will be there. Takes a text and where a directive begins; knows nothing of the policy language.

type Language = { readonly opens: RegExp; readonly either: RegExp };

/** Terraform, Jinja, Go templates (Helm), Handlebars. The first group of `either` is there for an end. */
const languages: readonly Language[] = [
  { opens: /%\{~?\s*(?:if|for)\b/y, either: /%\{~?\s*(?:(end)(?:if|for)|if|for)\b/g },
  { opens: /\{%[-+]?\s*(?:if|for)\b/y, either: /\{%[-+]?\s*(?:(end)(?:if|for)|if|for)\b/g },
  { opens: /\{\{-?\s*(?:if|range|with)\b/y, either: /\{\{-?\s*(?:(end)|if|range|with)\b/g },
  { opens: /\{\{#/y, either: /\{\{(?:(\/)|#)/g },
];

/** Nested blocks and their ends that are looked at for one block. */
const MAX_DIRECTIVES = 200;

/** The offset after the block that a directive at `at` opens; `none` where none does, `open` where it never ends. */
export function blockEnd(
  text: string,
  at: number,
  directiveEnd: (at: number) => number,
): number | "none" | "open" {
  const language = languages.find(({ opens }) => {
    opens.lastIndex = at;
    return opens.test(text);
  });
  if (language === undefined) return "none";
  const { either } = language;
  either.lastIndex = at;
  let depth = 0;
  for (let count = 0; count < MAX_DIRECTIVES; count++) {
    const found = either.exec(text);
    if (found === null) return "open";
    depth += found[1] === undefined ? 1 : -1;
    if (depth > 0) continue;
    const end = directiveEnd(found.index);
    return end === -1 ? "open" : end;
  }
  return "open";
}

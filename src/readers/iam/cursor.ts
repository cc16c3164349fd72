// A cursor over the tokens of one entry: looking ahead, reporting problems, skipping to where parsing can go on.
import { nearest } from "../../model/nearest.ts";
import type { Span } from "../../model/place.ts";
import type { Fix, LanguageProblem, Word } from "./ast.ts";
import { isTypographicQuote, mayOpenHole } from "./characters.ts";
import { lex } from "./lexer.ts";
import type { Token } from "./tokens.ts";

/** Further problems of one entry are counted by nobody: the first ones say enough. */
const MAX_PROBLEMS = 20;

export type Language = "statement" | "matching rule";

export class Cursor {
  readonly text: string;
  readonly language: Language;
  readonly problems: LanguageProblem[] = [];
  /** Whether a placeholder outside quotes was met: what it will hold decides whether the entry is correct. */
  undetermined = false;
  errors = 0;
  /** The last token taken. */
  last: Token;
  token: Token;
  readonly #tokens: readonly Token[];
  readonly #open: boolean;
  #at = 0;

  constructor(text: string, language: Language) {
    const { tokens, open, unusualSpace } = lex(text);
    this.text = text;
    this.language = language;
    this.#tokens = tokens;
    this.#open = open;
    this.token = tokens[0]!;
    this.last = { kind: "end", start: 0, end: this.token.start, hole: "none", closed: true, keyword: "" };
    if (open) this.undetermined = true;
    if (unusualSpace !== -1) {
      this.warn("iam/unusual-space", "A space here is not the ordinary space character; replace it by one.", [
        unusualSpace,
        unusualSpace + 1,
      ]);
    }
  }

  peek(ahead = 1): Token {
    return this.#tokens[Math.max(0, Math.min(this.#at + ahead, this.#tokens.length - 1))]!;
  }

  next(): Token {
    const token = this.token;
    if (token.kind === "word" && token.hole !== "none") this.undetermined = true;
    if (!token.closed) this.#stray(token);
    this.last = token;
    if (token.kind !== "end") this.token = this.#tokens[++this.#at]!;
    return token;
  }

  is(kind: Token["kind"]): boolean {
    return this.token.kind === kind;
  }

  get atEnd(): boolean {
    return this.token.kind === "end";
  }

  /** The token's text in lower case when it is a word without quotes and placeholders, else "". */
  keyword(token: Token = this.token): string {
    token.keyword ??=
      token.kind === "word" && token.hole === "none"
        ? this.text.slice(token.start, token.end).toLowerCase()
        : "";
    return token.keyword;
  }

  /** True for a word without quotes that begins with a placeholder: what that holds may be several words. */
  isHole(token: Token = this.token): boolean {
    if (token.kind !== "word" || token.hole === "none") return false;
    return token.hole === "whole" || mayOpenHole(this.text.charCodeAt(token.start));
  }

  isName(token: Token = this.token): boolean {
    return token.kind === "word" || token.kind === "string";
  }

  /** Takes the current word or string. */
  word(): Word {
    const token = this.next();
    const span: Span = [token.start, token.end];
    if (token.kind !== "string") {
      return { text: this.text.slice(token.start, token.end), quoted: false, hole: token.hole, span };
    }
    this.#quotes(token);
    return { text: this.unquoted(token), quoted: true, hole: token.hole, span };
  }

  /** The text of a string or pattern without its delimiters; escapes are resolved where no placeholder is inside. */
  unquoted(token: Token): string {
    const delimiter = this.text[token.start]!;
    const closed = token.end - token.start > 1 && this.text[token.end - 1] === delimiter;
    const inner = this.text.slice(token.start + 1, closed ? token.end - 1 : token.end);
    if (token.kind === "pattern" || token.hole !== "none" || !inner.includes("\\")) return inner;
    return inner.replace(/\\(['"\\])/g, (pair, escaped: string) =>
      escaped === "\\" || escaped === delimiter ? escaped : pair,
    );
  }

  /** Double quotes are no part of the documented language, though they are accepted in matching rules. */
  #quotes(token: Token): void {
    if (this.language !== "statement" || !token.closed || this.text.charCodeAt(token.start) !== 34) return;
    const inner = this.unquoted(token).replace(/[\\']/g, "\\$&");
    this.warn(
      "iam/double-quotes",
      "The policy language documents single quotes only; write this in single quotes.",
      [token.start, token.end],
      token.hole === "none" ? { span: [token.start, token.end], text: `'${inner}'` } : undefined,
    );
  }

  warn(code: LanguageProblem["code"], message: string, span: Span, fix?: Fix): void {
    this.report("warning", code, message, span, fix);
  }

  report(
    severity: LanguageProblem["severity"],
    code: LanguageProblem["code"],
    message: string,
    span: Span,
    fix?: Fix,
  ): void {
    if (this.problems.length >= MAX_PROBLEMS) return;
    this.problems.push(
      fix === undefined ? { code, severity, message, span } : { code, severity, message, span, fix },
    );
  }

  /** An error at a token. At the end it is told once; in an entry that ends in a placeholder, not at all. */
  fail(code: LanguageProblem["code"], message: string, token: Token = this.token, fix?: Fix): void {
    if (token.kind === "bad" || !token.closed) {
      this.#stray(token);
      return;
    }
    if (token.kind === "end") {
      if (this.#open || this.errors > 0) return;
      this.error(code, message, [Math.max(0, this.last.end), token.end]);
      return;
    }
    this.error(code, message, [token.start, token.end], fix);
  }

  error(code: LanguageProblem["code"], message: string, span: Span, fix?: Fix): void {
    this.errors++;
    // What was said of a token is not said again in other words.
    if (span[0] === this.#lastError && this.errors > 1) return;
    this.#lastError = span[0];
    // A crowd of warnings does not hide the first error.
    if (this.errors === 1 && this.problems.length >= MAX_PROBLEMS) this.problems.pop();
    this.report("error", code, message, span, fix);
  }

  /** "Expected …, found …", with the nearest of `candidates` when the found word resembles one. */
  expected(
    code: LanguageProblem["code"],
    what: string,
    candidates: Iterable<string> = [],
    token = this.token,
  ): void {
    const word = this.keyword(token);
    const near = nearest(word, candidates);
    const fix: Fix | undefined =
      near === undefined || near === word ? undefined : { span: [token.start, token.end], text: near };
    const guess = fix === undefined ? "." : `; did you mean \`${near}\`?`;
    this.fail(code, `Expected ${what}, found ${this.describe(token)}${guess}`, token, fix);
  }

  /** How a message names a token. */
  describe(token: Token): string {
    if (token.kind === "end") return `the end of the ${this.language}`;
    const text = this.text.slice(token.start, Math.min(token.end, token.start + 60)).replace(/\s+/g, " ");
    return `\`${text}${token.end > token.start + 60 ? "…" : ""}\``;
  }

  /** Goes forward to one of these words, or to the end. */
  skipTo(words: readonly string[]): void {
    while (!this.atEnd && !words.includes(this.keyword())) this.next();
  }

  /** Goes forward to the comma or brace that ends the current term of a list. */
  skipTerm(): void {
    let depth = 0;
    while (!this.atEnd) {
      const kind = this.token.kind;
      if (depth === 0 && (kind === "," || kind === "}")) return;
      if (kind === "{" || kind === "(") depth++;
      else if (kind === "}" || kind === ")") depth = Math.max(0, depth - 1);
      this.next();
    }
  }

  /** Goes past the closing brace of a list of permissions, wherever the list went wrong. */
  skipPermissions(): void {
    while (!this.atEnd && this.token.kind !== "}" && this.keyword() !== "in") this.next();
    if (this.token.kind === "}") this.next();
    else if (this.errors === 0)
      this.fail("iam/unclosed-brace", "A brace is opened and not closed: expected `}`.");
  }

  #lastStray = -1;
  #lastError = -1;

  #stray(token: Token): void {
    if (token.start === this.#lastStray) return;
    this.#lastStray = token.start;
    const span: Span = [token.start, token.end];
    if (token.kind === "string") {
      this.error("iam/unclosed-quote", "The quote that opens here never closes.", [
        token.start,
        token.start + 1,
      ]);
    } else if (token.kind === "pattern") {
      this.error("iam/unclosed-pattern", "The pattern that opens here never closes.", [
        token.start,
        token.start + 1,
      ]);
    } else {
      const code = this.text.charCodeAt(token.start);
      if (code === 35 || code === 47)
        this.error("iam/comment", "Comments are no part of the policy language.", span);
      else if (code === 59)
        this.error("iam/unexpected-character", "A `;` is no part of the policy language.", span);
      else if (isTypographicQuote(code)) {
        this.error(
          "iam/typographic-quote",
          "This is a typographic quotation mark; write the plain `'`.",
          span,
        );
      } else if (this.text.startsWith("<>", token.start)) {
        const whole: Span = [token.start, token.start + 2];
        const fix = { span: whole, text: "!=" };
        this.error("iam/unknown-operator", "`<>` is no operator; write `!=`.", whole, fix);
      } else this.error("iam/unexpected-character", `Unexpected ${this.describe(token)}.`, span);
    }
  }
}

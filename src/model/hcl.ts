// Terraform's language as a tree: what `readers/hcl` makes of a text and `inventory/terraform` evaluates.
// `start` and `end` are UTF-16 offsets into the document's text, half-open, everywhere.

type At = { readonly start: number; readonly end: number };

export type HclBody = { readonly attributes: readonly HclAttribute[]; readonly blocks: readonly HclBlock[] };

/** `name = expression`; the offsets include the name. */
export type HclAttribute = At & { readonly name: string; readonly expression: HclExpression };

/** `type "label" … { body }`. */
export type HclBlock = At & {
  readonly type: string;
  readonly labels: readonly string[];
  readonly body: HclBody;
};

export type HclLiteral = At & { readonly kind: "literal"; readonly value: null | boolean | number | string };

/** A quoted string or heredoc with anything but plain text in one piece. Escapes are resolved, markers have trimmed. */
export type HclTemplate = At & { readonly kind: "template"; readonly parts: readonly HclTemplatePart[] };
/** Literal text. Offsets are of its source, which may be longer than the text (escapes). */
export type HclText = At & { readonly kind: "text"; readonly text: string };
export type HclTemplateFor = At & {
  readonly kind: "template-for";
  readonly key: string | null;
  readonly value: string;
  readonly collection: HclExpression;
  readonly parts: readonly HclTemplatePart[];
};
export type HclTemplateIf = At & {
  readonly kind: "template-if";
  readonly condition: HclExpression;
  readonly whenTrue: readonly HclTemplatePart[];
  readonly whenFalse: readonly HclTemplatePart[];
};
export type HclTemplatePart = HclText | HclTemplateFor | HclTemplateIf | HclExpression;

/** A bare name: `var`, `local`, `each`, a resource type, a `for` variable. */
export type HclName = At & { readonly kind: "name"; readonly name: string };
export type HclMember = At & {
  readonly kind: "member";
  readonly object: HclExpression;
  readonly name: string;
};
export type HclIndex = At & {
  readonly kind: "index";
  readonly object: HclExpression;
  readonly key: HclExpression;
};
/** `object[*]…` or `object.*…`: `each` is what is taken of every element, which stands in it as `splat-item`. */
export type HclSplat = At & {
  readonly kind: "splat";
  readonly object: HclExpression;
  readonly each: HclExpression;
};
export type HclSplatItem = At & { readonly kind: "splat-item" };
/** `expand`: the last argument is followed by `...`. */
export type HclCall = At & {
  readonly kind: "call";
  readonly name: string;
  readonly args: readonly HclExpression[];
  readonly expand: boolean;
};
export type HclConditional = At & {
  readonly kind: "conditional";
  readonly condition: HclExpression;
  readonly whenTrue: HclExpression;
  readonly whenFalse: HclExpression;
};
/** `[for …]` when `resultKey` is null, else `{for … : resultKey => result}`; `group`: with `...`. */
export type HclFor = At & {
  readonly kind: "for";
  readonly key: string | null;
  readonly value: string;
  readonly collection: HclExpression;
  readonly resultKey: HclExpression | null;
  readonly result: HclExpression;
  readonly condition: HclExpression | null;
  readonly group: boolean;
};
export type HclObject = At & { readonly kind: "object"; readonly items: readonly HclItem[] };
/** A bare word as key is a literal. */
export type HclItem = At & { readonly key: HclExpression; readonly value: HclExpression };
export type HclTuple = At & { readonly kind: "tuple"; readonly items: readonly HclExpression[] };
export type HclUnary = At & {
  readonly kind: "unary";
  readonly operator: "-" | "!";
  readonly operand: HclExpression;
};
export type HclBinary = At & {
  readonly kind: "binary";
  readonly operator: string;
  readonly left: HclExpression;
  readonly right: HclExpression;
};

export type HclExpression =
  | HclLiteral
  | HclTemplate
  | HclName
  | HclMember
  | HclIndex
  | HclSplat
  | HclSplatItem
  | HclCall
  | HclConditional
  | HclFor
  | HclObject
  | HclTuple
  | HclUnary
  | HclBinary;

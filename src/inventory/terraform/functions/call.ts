// Calls functions by name. Takes evaluated arguments, gives a value: known, unknown with the call in it, or failing.
import type { Json } from "../../../model/document.ts";
import type { HclExpression } from "../../../model/hcl.ts";
import { numberOf, truth } from "../operators.ts";
import type { Scope } from "../scope.ts";
import type { Site } from "../site.ts";
import type { TextPart } from "../template.ts";
import {
  derived,
  failure,
  isFailure,
  type Known,
  known,
  oneOf,
  refText,
  unknown,
  type Value,
} from "../value.ts";
import { sourceOf } from "../value-places.ts";
import { format, formatList, join, replacedText, splitText } from "./build-text.ts";
import { COLLECTION_FUNCTIONS } from "./collection.ts";
import { encodedParts, withWrittenPlaces } from "./encode-partly.ts";
import { ENCODING_FUNCTIONS } from "./encoding.ts";
import { fileFunction, renderTemplate } from "./file.ts";
import { inDocument, inRows, splitPlaces, wholeFile, withoutEnds, withPlaces } from "./found-places.ts";
import type { ValueFunction } from "./list.ts";
import { NETWORK_FUNCTIONS } from "./network.ts";
import { fromPlain, type PlainFunction, toPlain } from "./plain.ts";
import { regex, regexAll, replace } from "./regex.ts";
import { SEQUENCE_FUNCTIONS } from "./sequence.ts";
import { TEXT_FUNCTIONS } from "./text.ts";

type Evaluate = (expression: HclExpression, scope: Scope) => Value;

const PLAIN_FUNCTIONS: ReadonlyMap<string, PlainFunction> = new Map(
  Object.entries({ ...TEXT_FUNCTIONS, ...NETWORK_FUNCTIONS, ...ENCODING_FUNCTIONS }),
);
/** Null from these means that it cannot be known. */
const REGEX_FUNCTIONS: ReadonlyMap<string, PlainFunction> = new Map(
  Object.entries({ regex, regexall: regexAll, replace }),
);
const FILE_FUNCTIONS: ReadonlySet<string> = new Set([
  "file",
  "filebase64",
  "fileexists",
  "fileset",
  "templatefile",
]);
/** Their outcome remembers what went in. */
const ENCODERS: ReadonlySet<string> = new Set(["base64encode", "base64gzip", "jsonencode", "yamlencode"]);
/** Where a text has holes, these apply to its literal parts. */
const PARTWISE: ReadonlySet<string> = new Set(["upper", "lower", "indent"]);
/** Passed through as they are. */
const IDENTITIES: ReadonlySet<string> = new Set([
  "sensitive",
  "nonsensitive",
  "ephemeralasnull",
  "issensitive",
  "abspath",
  "pathexpand",
]);

export function callFunction(
  name: string,
  args: readonly Value[],
  scope: Scope,
  site: Site,
  evaluate: Evaluate,
): Value {
  const ref = `${name}(${args.map(refText).join(",")})`;
  const lazy = LAZY.get(name);
  if (lazy !== undefined) return lazy(args, site, ref) ?? failure("the arguments do not fit", ref, site);
  if (args.some(isFailure)) return failure("an argument cannot be evaluated", ref, site);
  const own = scope.module.ownFunction?.(name, args, site);
  if (own !== undefined) return own;
  if (FILE_FUNCTIONS.has(name)) return fileFunction(name, args, scope, site, ref, evaluate);
  if (IDENTITIES.has(name) && args[0] !== undefined) return args[0];
  const collection = VALUE_FUNCTIONS.get(name);
  if (collection !== undefined) {
    const value = collection(args, site, ref) ?? failure("the arguments do not fit", ref, site);
    return value.kind === "unknown" && value.ref === ref && value.call === undefined
      ? { ...value, call: { name, args } }
      : value;
  }
  if (name === "yamldecode") return yamlDecode(args, scope, site, ref);
  if (name === "templatestring" && args[0]?.kind === "known") {
    const source = sourceOf(args[0]);
    return source === null
      ? unknown("nobody wrote the template", ref, site, { call: { name, args } })
      : renderTemplate(source, args[1], scope, site, ref, evaluate);
  }
  return plainCall(name, args, scope, site, ref);
}

function plainCall(name: string, args: readonly Value[], scope: Scope, site: Site, ref: string): Value {
  const apply = PLAIN_FUNCTIONS.get(name);
  const applyRegex = REGEX_FUNCTIONS.get(name);
  if (apply === undefined && applyRegex === undefined) {
    return unknown(`the function ${name} is not evaluated`, ref, site, { call: { name, args } });
  }
  const plain: Json[] = [];
  for (const [i, arg] of args.entries()) {
    const converted = toPlain(arg);
    if (converted === undefined) return partlyKnown(name, args, i, scope, site, ref);
    plain.push(converted);
  }
  const result = (apply ?? applyRegex)!(plain);
  if (result === undefined) return failure("the arguments do not fit", ref, site);
  if (result === null && applyRegex !== undefined)
    return unknown("the expression may take too long", ref, site);
  const [first] = args;
  if (name === "base64decode" && first?.kind === "known" && first.encodes !== undefined) return first.encodes;
  const value = fromPlain(result, site);
  if (name === "jsondecode" && first !== undefined) return decodedFrom(first, value, scope);
  if (name === "csvdecode" && first !== undefined) return inRows(value, first);
  if (name === "split" && args[1] !== undefined)
    return withPlaces(splitPlaces(value, String(plain[0]), args[1]), args[1]);
  if (value.kind !== "known" || first === undefined) return value;
  if (name === "replace") return replacedText(args, site) ?? value;
  if (name === "jsonencode" || name === "yamlencode") {
    const [placed] = withWrittenPlaces([value], first);
    return { ...(placed as Known), site: value.site, encodes: first };
  }
  if (ENCODERS.has(name)) return { ...value, encodes: first };
  if (first.kind === "known" && (name === "trimspace" || name === "chomp")) return withoutEnds(first, value);
  return value;
}

function partlyKnown(
  name: string,
  args: readonly Value[],
  at: number,
  scope: Scope,
  site: Site,
  ref: string,
): Value {
  const arg = args[at]!;
  const others = args.filter((_, i) => i !== at);
  if (
    arg.kind === "unknown" &&
    arg.alternatives !== undefined &&
    others.every((one) => toPlain(one) !== undefined)
  ) {
    const results = arg.alternatives.map((one) =>
      plainCall(
        name,
        args.map((old, i) => (i === at ? one : old)),
        scope,
        site,
        `${ref}/${refText(one)}`,
      ),
    );
    return oneOf(results, ref, arg.reason, site);
  }
  const made =
    name === "split" ? splitText(args, site) : name === "replace" ? replacedText(args, site) : null;
  if (made !== null) return made;
  const holes = textParts(name, args, site);
  return derived(
    ref,
    args,
    site,
    holes === null ? { call: { name, args } } : { call: { name, args }, text: holes },
  );
}

/** The outcome's literal parts, for functions that change each part by itself. */
function textParts(name: string, args: readonly Value[], site: Site): readonly TextPart[] | null {
  if (name === "jsonencode" || name === "yamlencode")
    return args[0] === undefined ? null : encodedParts(args[0], PLAIN_FUNCTIONS.get(name)!);
  const subject = args[name === "indent" ? 1 : 0];
  if (subject?.kind !== "unknown" || subject.text === undefined) return null;
  if (name === "trimspace" || name === "chomp") return subject.text;
  if (!PARTWISE.has(name)) return null;
  const apply = PLAIN_FUNCTIONS.get(name)!;
  const first = name === "indent" ? toPlain(args[0]!) : undefined;
  return subject.text.map((part) => {
    if (part.kind === "unknown") return part;
    const changed = apply(first === undefined ? [part.value] : [first, part.value]);
    return typeof changed === "string" ? known(changed, part.site ?? site) : part;
  });
}

function yamlDecode(args: readonly Value[], scope: Scope, site: Site, ref: string): Value {
  const source = args[0] === undefined ? undefined : toPlain(args[0]);
  if (typeof source !== "string") return derived(ref, args, site, { call: { name: "yamldecode", args } });
  const decoded = scope.module.run.decodeYaml(source);
  if (decoded === undefined) return unknown("YAML that cannot be read", ref, site);
  const value = fromPlain(decoded, site);
  return decodedFrom(args[0]!, value, scope);
}

/** What was encoded a moment ago is itself again, places included. */
function decodedFrom(source: Value, value: Value, scope: Scope): Value {
  if (source.kind === "known" && source.encodes) return source.encodes;
  const found = withPlaces(value, source);
  const file = wholeFile(source);
  const document = file === null ? undefined : scope.module.run.dataDocument(file);
  const placed = document === undefined ? found : inDocument(found, document, []);
  return placed.kind === "object" ? { ...placed, decodes: source } : placed;
}

/** Unknown that may turn out to be missing or null: not a resource's own identifier, not a text. */
function certain(value: Value): boolean {
  if (value.kind !== "unknown") return true;
  if (value.text !== undefined) return true;
  const { reference } = value;
  return (
    reference !== undefined &&
    value.attribute !== undefined &&
    (reference.path.length === 0 || reference.path[0] === "id")
  );
}

const tryFirst: ValueFunction = (args, site, ref) => {
  const candidates: Value[] = [];
  for (const arg of args) {
    if (isFailure(arg)) continue;
    candidates.push(arg);
    if (certain(arg)) break;
  }
  const [first] = candidates;
  if (first === undefined) return failure("nothing here can be evaluated", ref, site);
  return candidates.length === 1
    ? first
    : oneOf(candidates, ref, first.kind === "unknown" ? first.reason : "may fail", site);
};

const can: ValueFunction = ([value], site, ref) => {
  if (value === undefined) return null;
  if (isFailure(value)) return known(false, site);
  return certain(value) ? known(true, site) : derived(ref, [value], site);
};

const coalesceBy =
  (empty: (value: Value) => boolean): ValueFunction =>
  (args, site, ref) => {
    const candidates: Value[] = [];
    for (const arg of args) {
      if (isFailure(arg)) return failure("an argument cannot be evaluated", ref, site);
      if (empty(arg)) continue;
      candidates.push(arg);
      if (certain(arg) && !(arg.kind === "list" && arg.open)) break;
    }
    const [first] = candidates;
    if (first === undefined) return null;
    return candidates.length === 1
      ? first
      : oneOf(candidates, ref, first.kind === "unknown" ? first.reason : "may be empty", site);
  };

const converted =
  (convert: (value: Known) => Known["value"] | null): ValueFunction =>
  ([value], site, ref) => {
    if (value === undefined || value.kind === "absent") return value ?? null;
    if (value.kind === "unknown") {
      if (value.alternatives === undefined) return value;
      const results = value.alternatives.map(
        (one) => converted(convert)([one], site, ref) ?? failure("cannot be converted", ref, site),
      );
      return oneOf(results, ref, value.reason, site);
    }
    const result = value.kind === "known" ? convert(value) : null;
    return result === null ? null : { ...(value as Known), value: result };
  };

const LAZY: ReadonlyMap<string, ValueFunction> = new Map(
  Object.entries({
    try: tryFirst,
    can,
  }),
);

const VALUE_FUNCTIONS: ReadonlyMap<string, ValueFunction> = new Map<string, ValueFunction>(
  Object.entries({
    ...COLLECTION_FUNCTIONS,
    ...SEQUENCE_FUNCTIONS,
    join,
    format,
    formatlist: formatList,
    coalesce: coalesceBy(
      (value) => value.kind === "absent" || (value.kind === "known" && value.value === ""),
    ),
    coalescelist: coalesceBy(
      (value) =>
        value.kind === "absent" || (value.kind === "list" && !value.open && value.items.length === 0),
    ),
    tostring: converted((value) => String(value.value)),
    tonumber: converted(numberOf),
    tobool: converted(truth),
  }),
);

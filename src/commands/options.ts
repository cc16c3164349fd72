// Reads options of a command. Takes words and what is allowed, gives values; wrong ones are a `ConfigError` that names the nearest right one.
import { parseArgs } from "node:util";
import { didYouMean } from "../model/nearest.ts";
import { ConfigError } from "../model/request.ts";

export type OptionSpec = Readonly<
  Record<
    string,
    { readonly type: "string" | "boolean"; readonly multiple?: boolean; readonly short?: string }
  >
>;
export type Options = {
  readonly values: Readonly<Record<string, string | boolean | readonly (string | boolean)[] | undefined>>;
  readonly positionals: readonly string[];
};

const COMMON: OptionSpec = {
  help: { type: "boolean", short: "h" },
  "no-color": { type: "boolean" },
  quiet: { type: "boolean", short: "q" },
};

export function readOptions(args: readonly string[], own: OptionSpec): Options {
  const options = { ...COMMON, ...own };
  // Not strict: its complaints would come in words and line breaks of their own.
  const { values, positionals, tokens } = parseArgs({
    args: [...args],
    options: options as never,
    allowPositionals: true,
    strict: false,
    tokens: true,
  }) as unknown as Parsed;
  for (const token of tokens) if (token.kind === "option") refuseWrong(token, options);
  if (positionals.includes(""))
    throw new ConfigError("an empty word stands where a file, a folder or a name is expected");
  return { values, positionals };
}

type Parsed = Options & { readonly tokens: readonly Token[] };
type Token = {
  readonly kind: "option" | "positional" | "option-terminator";
  readonly name: string;
  readonly rawName: string;
  readonly value?: string;
  readonly inlineValue?: boolean;
};

function refuseWrong({ name, rawName, value, inlineValue }: Token, options: OptionSpec): void {
  const spec = Object.hasOwn(options, name) ? options[name] : undefined;
  if (spec === undefined) {
    const known = Object.keys(options).map((option) => `--${option}`);
    throw new ConfigError(`unknown option ${rawName}${didYouMean(rawName, known)}`);
  }
  if (spec.type === "boolean") {
    if (value !== undefined) throw new ConfigError(`${rawName} takes no value`);
    return;
  }
  if (value === undefined || value === "") throw new ConfigError(`${rawName} needs a value`);
  if (inlineValue === false && /^-./.test(value))
    throw new ConfigError(
      `${rawName} needs a value, and ${value} looks like an option; if it is the value, write ${rawName}=${value}`,
    );
}

/** The option's text, or nothing. */
export function textOption({ values }: Options, name: string): string | undefined {
  const value = values[name];
  return typeof value === "string" ? value : undefined;
}

/** The option's texts, in order. */
export function textOptions({ values }: Options, name: string): readonly string[] {
  const value = values[name];
  return Array.isArray(value) ? (value as string[]) : [];
}

/** One of the allowed words, or nothing when the option is not given. */
export function wordOption<Word extends string>(
  options: Options,
  name: string,
  allowed: readonly Word[],
): Word | undefined {
  const value = textOption(options, name);
  if (value === undefined || allowed.includes(value as Word)) return value as Word | undefined;
  throw new ConfigError(`--${name} "${value}" is none of ${allowed.join(", ")}${didYouMean(value, allowed)}`);
}

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
  for (const arg of args.slice(0, args.includes("--") ? args.indexOf("--") : args.length)) {
    const name = /^--([^=]+)/.exec(arg)?.[1];
    if (name !== undefined && !(name in options))
      throw new ConfigError(
        `unknown option --${name}${didYouMean(
          `--${name}`,
          Object.keys(options).map((known) => `--${known}`),
        )}`,
      );
  }
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: options as never,
      allowPositionals: true,
      strict: true,
    });
    return { values: values as Options["values"], positionals };
  } catch (error) {
    throw new ConfigError(
      (error as Error).message
        .replace(/\. To specify .*$/s, "")
        .replace(/^./, (first) => first.toLowerCase()),
    );
  }
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

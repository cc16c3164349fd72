// Credentials that commands of kubectl and helm are given as words: `--from-literal=password=…`, `--set db.password=…`. Takes the commands,
// gives `secrets` entries and the ranges that no report may show; the values go no further.
import { posix } from "node:path";
import { credentialsIn } from "../../model/concealed-text.ts";
import { type CredentialForm, credentialForm, namesCredential } from "../../model/credential.ts";
import type { SecretHolder, SecretValue } from "../../model/inventory/secret.ts";
import { own } from "../../model/own.ts";
import type { Range } from "../../model/place.ts";
import { candidatesOf } from "../ocne/local-path.ts";
import type { Origins } from "../origins.ts";
import { isEnvironmentFile, isPem, isPrivateKey, statedNames } from "../secret-file.ts";
import { inTests } from "../secret-values.ts";
import type { FoundCommand } from "./found-command.ts";
import type { Flag, Parsed } from "./parse.ts";

type Stated = {
  readonly holder: SecretHolder;
  readonly key: string;
  readonly form: CredentialForm;
  /** Index of the word that holds the value. */
  readonly word: number;
};

type Pair = { readonly key: string; readonly value: string; readonly word: number };

export type StatedSecrets = {
  readonly secrets: readonly SecretValue[];
  readonly hidden: ReadonlyMap<string, readonly Range[]>;
};

export function statedSecrets(
  found: readonly FoundCommand[],
  origins: Origins,
  readText: (file: string) => string | undefined,
): StatedSecrets {
  const secrets: SecretValue[] = [];
  const hidden = new Map<string, Range[]>();
  for (const { entry, command, parsed, script } of found) {
    // What goes to a throw-away cluster is made up.
    if (parsed === undefined || entry.ephemeral) continue;
    const { file } = script;
    const keys = keyFiles(entry.program, parsed, file, readText);
    for (const { holder, key, form, word } of [
      ...statedIn(entry.program, parsed, command.args.length),
      ...keys,
      ...fedIn({ parsed, command, script }, found),
    ]) {
      const range = command.args[word]!.range;
      const id = origins.next("s");
      const place = { file, range };
      origins.set(id, {
        ...{ file, subject: entry.address, title: `Command "${entry.address}"`, path: [key] },
        locate: () => ({ place }),
        object: { file, range: command.range },
      });
      secrets.push({
        ...{ id, name: key, address: entry.address, notation: "command", existence: "known", unknown: {} },
        ...{ object: entry.id, path: ["args", word], holder, key, form, in_tests: inTests(file) },
      });
      // On a line of its own nothing shows what the word is.
      if (command.args[word - 1]?.range.end.line !== range.start.line)
        hidden.set(file, [...(hidden.get(file) ?? []), range]);
    }
  }
  return { secrets, hidden };
}

function statedIn(program: string, parsed: Parsed, words: number): readonly Stated[] {
  const stated = [
    ...(program === "helm" ? byHelm(parsed) : byKubectl(program, parsed)),
    ...signIn(program, parsed),
  ];
  return stated.filter(({ form, word }) => (form === "literal" || form === "placeholder") && word < words);
}

const PLAIN_NAME = /(?:^|[_.-])(?:user|user-?name|login|host|host-?name|port|db|database|name|region)$/i;

function byKubectl(program: string, parsed: Parsed): readonly Stated[] {
  if (program !== "kubectl" && program !== "oc") return [];
  const [what = ""] = parsed.subcommand;
  if (parsed.verb === "create" && /^secrets?$/.test(what)) {
    const password = flagsOf(parsed, "docker-password").flatMap((flag): Stated[] =>
      typeof flag.value === "string"
        ? [{ holder: "Secret", key: flag.name, form: credentialForm(flag.value), word: wordOf(flag) }]
        : [],
    );
    const given = flagsOf(parsed, "from-literal");
    // Where the secret itself comes from elsewhere, the names beside it are none.
    const filled = given.some(({ value }) => value === null);
    const literals = pairsOf(parsed, "from-literal").filter(({ key }) => !filled || !PLAIN_NAME.test(key));
    return [...literals.map((pair) => stated("Secret", pair)), ...password];
  }
  if (parsed.verb === "create" && /^(?:configmaps?|cm)$/.test(what))
    return named("ConfigMap", pairsOf(parsed, "from-literal"));
  if (parsed.verb === "run") return named("environment", pairsOf(parsed, "env"));
  if (parsed.verb !== "set" || what !== "env") return [];
  const operands = parsed.positionals.flatMap((value, index) =>
    value === null ? [] : pair(value, parsed.operandIndexes[index]!),
  );
  return named("environment", [...operands, ...pairsOf(parsed, "env")]);
}

const SIGN_IN: Readonly<Record<string, readonly string[]>> = {
  kubectl: ["token", "password"],
  oc: ["token", "password"],
  helm: ["kube-token", "password"],
};

/** What the program itself, or a user that it adds to a kubeconfig, signs in with. */
function signIn(program: string, parsed: Parsed): readonly Stated[] {
  const flags = own(SIGN_IN, program) ?? [];
  const given = flags.flatMap((name) => flagsOf(parsed, name));
  return named(
    "argument",
    given.flatMap((flag) =>
      typeof flag.value === "string" ? [{ key: flag.name, value: flag.value, word: wordOf(flag) }] : [],
    ),
  );
}

/** Files of the repository that a command makes a Secret of: `secret tls --key`, `--from-file`, `--from-env-file`. */
function keyFiles(
  program: string,
  parsed: Parsed,
  file: string,
  readText: (file: string) => string | undefined,
): readonly Stated[] {
  if (program !== "kubectl" && program !== "oc") return [];
  if (parsed.verb !== "create" || !/^secrets?$/.test(parsed.subcommand[0] ?? "")) return [];
  return parsed.flagList.flatMap((flag): Stated[] => {
    if (!/^(?:key|from-file|from-env-file)$/.test(flag.name) || typeof flag.value !== "string") return [];
    const [, name, path] = /^(?:([^=/]+)=)?(.+)$/s.exec(flag.value) ?? [];
    const text = (candidatesOf(path ?? "", file) ?? []).map(readText).find((one) => one !== undefined);
    if (text === undefined || !holdsCredential(text, flag.name, path!)) return [];
    const key = flag.name === "key" ? "tls.key" : (name ?? posix.basename(path!));
    return [{ holder: "Secret", key, form: "literal", word: wordOf(flag) }];
  });
}

/** A private key, a line of an environment file, the logins of Docker's configuration. */
function holdsCredential(text: string, flag: string, path: string): boolean {
  if (isPem(text)) return isPrivateKey(text);
  if (flag === "from-env-file" || isEnvironmentFile(path)) return statedNames(text).length > 0;
  return [...text.matchAll(DOCKER_LOGIN)].some(
    ([, login]) =>
      credentialForm(
        Buffer.from(login!, "base64")
          .toString()
          .replace(/^[^:]*:/, ""),
      ) === "literal",
  );
}

const DOCKER_LOGIN = /"auth"[ \t]*:[ \t]*"([A-Za-z0-9+/]{8,}={0,2})"/g;

/** `echo -n … | kubectl create secret … --from-file=password=/dev/stdin`, `--from-file=password=<(printf …)`. */
function fedIn(
  { parsed, command, script }: Pick<FoundCommand, "command" | "script"> & { readonly parsed: Parsed },
  all: readonly FoundCommand[],
): readonly Stated[] {
  if (parsed.verb !== "create" || !/^secrets?$/.test(parsed.subcommand[0] ?? "")) return [];
  return flagsOf(parsed, "from-file").flatMap((flag): Stated[] => {
    const [, key = ""] = /^["']?([\w.-]{1,200})=/.exec(flag.text) ?? [];
    const printed = PRINTED.test(flag.text);
    const fed =
      /=\/dev\/(?:stdin|fd\/0)["']?$/.test(flag.text) &&
      all.some((other) => feeds(other, { command, script }));
    return key !== "" && (printed || fed)
      ? [{ holder: "Secret", key, form: "literal", word: wordOf(flag) }]
      : [];
  });
}

/** A text that nothing fills in. */
const PRINTED = /=<\([ \t]*(?:echo|printf)[ \t][^$`()]{1,500}\)["']?$/;

function feeds(other: FoundCommand, { command, script }: Pick<FoundCommand, "command" | "script">): boolean {
  const { program, pipeline, args } = other.command;
  return (
    other.script === script &&
    pipeline.id === command.pipeline.id &&
    pipeline.index === command.pipeline.index - 1 &&
    /^(?:echo|printf)$/.test(program ?? "") &&
    typeof args.at(-1)?.value === "string" &&
    credentialForm(args.at(-1)!.value!) === "literal"
  );
}

function byHelm(parsed: Parsed): readonly Stated[] {
  if (!/^(?:install|upgrade|template)$/.test(parsed.verb)) return [];
  const values = parsed.flagList.flatMap((flag): Pair[] => {
    if (typeof flag.value !== "string") return [];
    if (flag.name === "set-json") return jsonPairs(flag.value, wordOf(flag));
    if (!/^set(?:-string|-literal)?$/.test(flag.name)) return [];
    // A comma between two settings, unless it is escaped or within braces.
    const settings =
      flag.name === "set-literal" ? [flag.value] : flag.value.split(/(?<!\\),(?=[\w.[\]\\/-]+=)/);
    return settings.flatMap((setting) => pair(setting, wordOf(flag)));
  });
  return named("argument", values);
}

/** `auth={"password":"…"}` */
function jsonPairs(text: string, word: number): Pair[] {
  return [...text.matchAll(/"([\w.-]{1,100})"[ \t]*:[ \t]*"([^"\\]*)"/g)].map(([, key, value]) => ({
    ...{ key: key!, value: value!, word },
  }));
}

function flagsOf(parsed: Parsed, name: string): readonly Flag[] {
  return parsed.flagList.filter((flag) => flag.name === name);
}

function pairsOf(parsed: Parsed, name: string): readonly Pair[] {
  return flagsOf(parsed, name).flatMap((flag) =>
    typeof flag.value === "string" ? pair(flag.value, wordOf(flag)) : [],
  );
}

function pair(text: string, word: number): readonly Pair[] {
  const [, key, value] = /^([^=\s]+)=(.*)$/s.exec(text) ?? [];
  return key === undefined || value === undefined ? [] : [{ key, value, word }];
}

function wordOf({ index, separate }: Flag): number {
  return separate ? index + 1 : index;
}

function stated(holder: SecretHolder, { key, value, word }: Pair): Stated {
  return { holder, key, form: credentialForm(value), word };
}

/** What is named like a credential, and URLs with a password in them. */
function named(holder: SecretHolder, pairs: readonly Pair[]): readonly Stated[] {
  return pairs.flatMap((one) => {
    if (namesCredential(one.key)) {
      const found = stated(holder, one);
      return found.form === "literal" ? [found] : [];
    }
    const [inUrl] = credentialsIn(one.value, "url");
    return inUrl?.form === "literal" ? [{ ...stated(holder, one), form: inUrl.form }] : [];
  });
}

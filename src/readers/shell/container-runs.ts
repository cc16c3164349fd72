// What `docker run` and its like start when that speaks to a cluster: `docker run bitnami/kubectl exec …`, `podman run tools kubectl …`.
// Takes the words behind the program, gives the program inside with its own. Knows no rules.
import type { Argument } from "./values.ts";

const ENGINE = /^(?:docker|podman|nerdctl|docker-compose|podman-compose)$/;
/** Options that stand alone; every other one takes a value, after `=` or as the next word. */
const SWITCH =
  /^--(?:rm|init|privileged|interactive|tty|detach|read-only|no-healthcheck|publish-all|quiet|no-deps|build|remove-orphans|no-TTY|service-ports|use-aliases|replace)$/;
/** Of one letter, as in `-it`. */
const SWITCHES = /^-[itdqPT]+$/;
/** Images that start the program of their name. */
const IMAGE = /(?:^|\/)(kubectl|oc|oci-cli|helm|kubectl-slim)(?::[\w.-]+)?(?:@sha256:\w+)?$/;
const PROGRAMS: Readonly<Record<string, string>> = { "oci-cli": "oci", "kubectl-slim": "kubectl" };

type Call = { readonly program: string; readonly args: readonly Argument[] };

/** null: it starts nothing of the kind. `isProgram`: of a program by its name. */
export function containerCall(
  engine: string,
  words: readonly Argument[],
  isProgram: (name: string) => boolean,
): Call | null {
  if (!ENGINE.test(engine)) return null;
  const run = words.findIndex(({ value }) => value === "run");
  // `docker compose run`, `docker --context x run`
  if (run === -1 || run > 4) return null;
  let entrypoint: string | undefined;
  let at = run + 1;
  for (; at < words.length && words[at]!.value.startsWith("-"); at++) {
    const [name, value] = words[at]!.value.split("=", 2);
    const alone = value !== undefined || SWITCH.test(name!) || SWITCHES.test(name!) || /^-\w\S/.test(name!);
    if (name === "--entrypoint") entrypoint = value ?? words[at + 1]?.value;
    if (!alone) at++;
  }
  const image = IMAGE.exec(words[at]?.value ?? "")?.[1];
  const [first, ...rest] = words.slice(at + 1);
  const started = entrypoint?.slice(entrypoint.lastIndexOf("/") + 1) ?? "";
  if (started !== "") return isProgram(started) ? { program: started, args: words.slice(at + 1) } : null;
  if (first === undefined) return null;
  if (isProgram(first.value)) return { program: first.value, args: rest };
  return image === undefined ? null : { program: PROGRAMS[image] ?? image, args: words.slice(at + 1) };
}

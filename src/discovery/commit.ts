// Takes what a user calls a commit; gives its name, fetched when it is not here yet, or the reason why there is none.
import { git } from "./git.ts";

/** A fetch that takes longer is given up, milliseconds. */
const fetchTimeout = 60_000;

export type Commit =
  | { readonly ok: true; readonly commit: string }
  | { readonly ok: false; readonly reason: string };

/** `cwd` lies in the work tree. With `fetch`, a ref that is not known here is asked of `origin`, one commit deep in a shallow clone. */
export async function resolveCommit(
  cwd: string,
  ref: string,
  { fetch }: { readonly fetch: boolean },
): Promise<Commit> {
  if (ref === "" || /[\0\n]/.test(ref)) return { ok: false, reason: `"${ref}" cannot be a git ref` };
  const known = await parse(cwd, ref);
  if (known.ok || !fetch) return known;
  const wanted = ref.replace(/^(?:refs\/remotes\/)?origin\//, "");
  // Anything else (`HEAD~3`, `@{u}`) means something here only. A name that begins with `-` would be an option.
  if (!/^[\w/][\w./+@-]*$/.test(wanted)) return known;
  const shallow = await git(["rev-parse", "--is-shallow-repository"], { cwd });
  const depth = shallow.ok && shallow.output.trim() === "true" ? ["--depth=1"] : [];
  const options = ["--quiet", "--no-tags", "--no-recurse-submodules", ...depth];
  const fetched = await git(["fetch", ...options, "--end-of-options", "origin", wanted], {
    cwd,
    timeout: fetchTimeout,
  });
  if (!fetched.ok)
    return { ok: false, reason: `${ref} is not here and could not be fetched: ${fetched.reason}` };
  return await parse(cwd, "FETCH_HEAD");
}

async function parse(cwd: string, ref: string): Promise<Commit> {
  const answer = await git(["rev-parse", "--verify", "--quiet", "--end-of-options", `${ref}^{commit}`], {
    cwd,
  });
  if (answer.ok) {
    const commit = answer.output.trim().split("\n").at(-1)!;
    // The name alone proves nothing in a shallow or partial clone.
    const present = await git(["cat-file", "-e", `${commit}^{tree}`], { cwd });
    if (present.ok) return { ok: true, commit };
    return { ok: false, reason: `${ref} is known here, but its files are not: ${present.reason}` };
  }
  return {
    ok: false,
    reason: answer.missing
      ? answer.reason
      : answer.reason === "" || answer.status === 1
        ? `there is no commit ${ref} here`
        : answer.reason,
  };
}

// What is checked out where the Action looks. Takes a folder, gives commit, parents and the repository it came from; nothing when it is
// no git work tree.
import { git } from "../discovery/git.ts";
import type { Checkout } from "./context.ts";

export async function readCheckout(folder: string, server: string): Promise<Checkout | null> {
  const ask = async (...args: readonly string[]) => {
    const answer = await git(args, { cwd: folder });
    return answer.ok ? answer.output : null;
  };
  const [sha, commit, remote] = await Promise.all([
    ask("rev-parse", "--verify", "HEAD"),
    ask("cat-file", "-p", "HEAD"),
    ask("remote", "get-url", "origin"),
  ]);
  if (sha === null || commit === null) return null;
  const [head = ""] = commit.split("\n\n", 1);
  const parents = [...head.matchAll(/^parent ([0-9a-f]+)$/gm)].map(([, parent]) => parent ?? "");
  return { sha: sha.trim(), parents, repository: repositoryOf(remote?.trim() ?? "", server) };
}

/** `owner/name` of an address on this server. An audit checks out other repositories than the one it runs in. */
function repositoryOf(remote: string, server: string): string | null {
  const host = URL.parse(server)?.host;
  const url = URL.parse(remote);
  const path =
    url !== null && url.host === host
      ? url.pathname.slice(1)
      : (/^[\w.-]+@([^:/]+):(.+)$/.exec(remote)?.slice(1) ?? []);
  const name = typeof path === "string" ? path : path[0] === host ? (path[1] ?? "") : "";
  const repository = name.replace(/\/$/, "").replace(/\.git$/, "");
  return /^[\w.-]+\/[\w.-]+$/.test(repository) ? repository : null;
}

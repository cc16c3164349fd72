// What is checked out where the Action looks. Takes a folder and a way to run git, gives commit, parents and the repository it came
// from; nothing when it is no git work tree.
import type { Checkout } from "./context.ts";

/** What git printed, or null when it failed. */
export type AskGit = (args: readonly string[], cwd: string) => Promise<string | null>;

export async function readCheckout(folder: string, server: string, ask: AskGit): Promise<Checkout | null> {
  const [sha, commit, remote] = await Promise.all([
    ask(["rev-parse", "--verify", "HEAD"], folder),
    ask(["cat-file", "-p", "HEAD"], folder),
    ask(["remote", "get-url", "origin"], folder),
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

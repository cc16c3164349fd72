// Keeps one comment of ours on a pull request. Takes the API and a text, or null when there is nothing to say; finds its comment by
// author and hidden marker, updates it in place, removes it when clean. A marker alone proves nothing: anyone can write one.
import { createHash } from "node:crypto";
import type { Comment, CommentApi } from "./api.ts";

/** GitHub takes 65,536 characters. */
export const commentBytes = 65_000;

/** The same for every run of one use of the Action, whatever the commit. */
export function markerOf(parts: readonly string[]): string {
  const key = createHash("sha256").update(parts.join("\0")).digest("hex").slice(0, 16);
  return `<!-- oke-policy:${key} -->`;
}

export async function keepComment(
  api: CommentApi,
  marker: string,
  text: string | null,
): Promise<"created" | "updated" | "removed" | "kept" | "none"> {
  const own = await ownComments(api, marker);
  const [first, ...doubles] = own;
  for (const double of text === null ? own : doubles) await api.remove(double.id);
  if (text === null) return own.length > 0 ? "removed" : "none";
  const body = `${marker}\n${text}`;
  if (first === undefined) {
    await api.create(body);
    return "created";
  }
  // GitHub gives line breaks back as they were sent or as CRLF.
  if (first.body.replaceAll("\r\n", "\n").trim() === body.trim()) return "kept";
  await api.update(first.id, body);
  return "updated";
}

async function ownComments(api: CommentApi, marker: string): Promise<readonly Comment[]> {
  const marked = (await api.list()).filter(({ body }) => body.startsWith(marker));
  if (marked.length === 0) return [];
  const viewer = await api.viewer();
  return marked.filter((comment) => wroteIt(comment, viewer));
}

/** The workflow token does not always say who it is; then it is the bot of GitHub Actions. */
function wroteIt({ login, bot }: Comment, viewer: string | null): boolean {
  if (viewer === null) return bot && login === "github-actions[bot]";
  return login === viewer || (bot && login === `${viewer}[bot]`);
}

import { describe, expect, it } from "vitest";
import type { Comment, CommentApi } from "../../src/github/api.ts";
import { keepComment, markerOf } from "../../src/github/comment.ts";

const marker = markerOf(["ci", "policy", "."]);
const aComment = (changes: Partial<Comment> = {}): Comment => ({
  id: 1,
  body: `${marker}\nold`,
  login: "github-actions[bot]",
  bot: true,
  ...changes,
});

function aPullRequest(comments: readonly Comment[], viewer: string | null = "github-actions[bot]") {
  const calls: string[] = [];
  const api: CommentApi = {
    list: async () => comments,
    viewer: async () => viewer,
    create: async (body) => void calls.push(`create ${body}`),
    update: async (id, body) => void calls.push(`update ${id} ${body}`),
    remove: async (id) => void calls.push(`remove ${id}`),
  };
  return { api, calls };
}

async function kept(comments: readonly Comment[], text: string | null, viewer?: string | null) {
  const { api, calls } = aPullRequest(comments, viewer);
  return [await keepComment(api, marker, text), ...calls];
}

describe("the comment", () => {
  it("is written once and then updated in place", async () => {
    expect(await kept([], "new")).toEqual(["created", `create ${marker}\nnew`]);
    expect(await kept([aComment({ id: 5 })], "new")).toEqual(["updated", `update 5 ${marker}\nnew`]);
  });

  it("is left alone when it says the same", async () => {
    expect(await kept([aComment({ body: `${marker}\r\nold\r\n` })], "old")).toEqual(["kept"]);
  });

  it("goes away when there is nothing to say", async () => {
    expect(await kept([aComment()], null)).toEqual(["removed", "remove 1"]);
    expect(await kept([], null)).toEqual(["none"]);
  });

  it("is not one that somebody else wrote with our marker", async () => {
    expect(await kept([aComment({ login: "mallory", bot: false })], null)).toEqual(["none"]);
    expect(await kept([aComment({ login: "mallory", bot: false })], "new", null)).toEqual([
      "created",
      `create ${marker}\nnew`,
    ]);
  });

  it("is found by the login that the token writes as", async () => {
    expect(await kept([aComment({ login: "our-app[bot]" })], null, "our-app")).toEqual([
      "removed",
      "remove 1",
    ]);
    expect(await kept([aComment({ login: "our-user", bot: false })], null, "our-user")).toEqual([
      "removed",
      "remove 1",
    ]);
    expect(await kept([aComment()], null, null)).toEqual(["removed", "remove 1"]);
  });

  it("stands alone: doubles of two runs at once are removed", async () => {
    expect(await kept([aComment({ id: 1 }), aComment({ id: 2 })], "new")).toEqual([
      "updated",
      "remove 2",
      `update 1 ${marker}\nnew`,
    ]);
  });

  it("is another for another use of the Action", async () => {
    expect(await kept([aComment({ body: `${markerOf(["ci", "policy", "infra"])}\nold` })], null)).toEqual([
      "none",
    ]);
  });
});

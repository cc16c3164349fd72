import { describe, expect, it } from "vitest";
import { linksIn } from "../../src/reporters/links.ts";

describe("links", () => {
  const env = {
    GITHUB_ACTIONS: "true",
    GITHUB_SERVER_URL: "https://ghe.example",
    GITHUB_REPOSITORY: "o/r",
    GITHUB_SHA: "abc",
  };

  it("lead to the commit that the runner names", () => {
    expect(linksIn(env)).toEqual({ links: { server: "https://ghe.example", repository: "o/r", sha: "abc" } });
  });

  it("are left out outside of Actions and where a part is missing", () => {
    expect(linksIn({})).toEqual({});
    expect(linksIn({ ...env, GITHUB_ACTIONS: undefined })).toEqual({});
    expect(linksIn({ ...env, GITHUB_SHA: "" })).toEqual({});
  });
});

// The one door to GitHub's API: comments of one pull request. Waits and tries again where GitHub says so, within bounds; whatever
// remains is an `ApiError` with a sentence for people. Loads `@actions/github` when the first request is made.

export type Comment = {
  readonly id: number;
  readonly body: string;
  readonly login: string;
  readonly bot: boolean;
};

export type CommentApi = {
  readonly list: () => Promise<readonly Comment[]>;
  /** The login that the token writes as, null when GitHub does not tell. */
  readonly viewer: () => Promise<string | null>;
  readonly create: (body: string) => Promise<void>;
  readonly update: (id: number, body: string) => Promise<void>;
  readonly remove: (id: number) => Promise<void>;
};

export type ApiOptions = {
  readonly token: string;
  /** `https://api.github.com`, `https://ghe.example/api/v3`. */
  readonly api: string;
  readonly repository: string;
  readonly pull: number;
  readonly sleep: (milliseconds: number) => Promise<void>;
  /** Milliseconds that one request may take. */
  readonly timeout?: number;
};

/** A request that failed for good. */
export class ApiError extends Error {
  override readonly name = "ApiError";
}

const requestTimeout = 10_000;
const maxTries = 3;
/** Longest single wait, milliseconds. A rate limit that lifts later than this is not worth a runner's time. */
const maxWait = 60_000;
const firstBackOff = 1_000;
/** 100 comments each. */
const maxPages = 30;

type Answer = {
  readonly status?: number;
  readonly message: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
};

export async function commentApi(options: ApiOptions): Promise<CommentApi> {
  const { getOctokit } = await import("@actions/github");
  const silent = () => {};
  const client = getOctokit(options.token, {
    baseUrl: options.api,
    log: { debug: silent, info: silent, warn: silent, error: silent },
  });
  const [owner = "", repo = ""] = options.repository.split("/");
  const where = { owner, repo };
  const limited = () => ({ request: { signal: AbortSignal.timeout(options.timeout ?? requestTimeout) } });
  const send = <Value>(what: string, repeatable: boolean, request: () => Promise<Value>) =>
    persist(what, repeatable, request, options.sleep);

  const page = (number: number) =>
    send("list its comments", true, () =>
      client.rest.issues.listComments({
        ...where,
        issue_number: options.pull,
        per_page: 100,
        page: number,
        ...limited(),
      }),
    );
  return {
    list: async () => {
      const comments: Comment[] = [];
      for (let number = 1; number <= maxPages; number += 1) {
        const { data } = await page(number);
        if (!Array.isArray(data))
          throw new ApiError("could not list its comments: what answers there is not GitHub's API");
        comments.push(
          ...data.map(({ id, body, user }) => ({
            id,
            body: body ?? "",
            login: user?.login ?? "",
            bot: user?.type === "Bot",
          })),
        );
        if (data.length < 100) break;
      }
      return comments;
    },
    viewer: async () => {
      try {
        const answer = await client.graphql<{ viewer?: { login?: string } }>(
          "query { viewer { login } }",
          limited(),
        );
        return answer.viewer?.login ?? null;
      } catch {
        return null;
      }
    },
    create: async (body) => {
      await send("write a comment", false, () =>
        client.rest.issues.createComment({ ...where, issue_number: options.pull, body, ...limited() }),
      );
    },
    update: async (id, body) => {
      await send("update its comment", true, () =>
        client.rest.issues.updateComment({ ...where, comment_id: id, body, ...limited() }),
      );
    },
    remove: async (id) => {
      await send("remove its comment", true, () =>
        client.rest.issues.deleteComment({ ...where, comment_id: id, ...limited() }),
      );
    },
  };
}

/** A request that is not repeatable is sent again only when GitHub refused to look at it. */
async function persist<Value>(
  what: string,
  repeatable: boolean,
  request: () => Promise<Value>,
  sleep: ApiOptions["sleep"],
): Promise<Value> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await request();
    } catch (error) {
      const answer = answerOf(error);
      const wait = waitFor(answer, repeatable, attempt);
      if (wait === null || attempt === maxTries) throw new ApiError(`could not ${what}: ${reason(answer)}`);
      await sleep(wait);
    }
  }
}

function answerOf(error: unknown): Answer {
  if (!(error instanceof Error)) return { message: String(error), headers: {} };
  const { status, response } = error as Error & {
    status?: number;
    response?: { headers?: Answer["headers"] };
  };
  const timedOut =
    error.name === "AbortError" || error.name === "TimeoutError" || /aborted|timeout/i.test(error.message);
  // Octokit gives 500 to a request that had no answer.
  if (response === undefined) return { message: timedOut ? "no answer in time" : error.message, headers: {} };
  return {
    ...(status === undefined ? {} : { status }),
    message: error.message,
    headers: response.headers ?? {},
  };
}

/** Milliseconds to wait before the next try, null when there should be none. */
function waitFor({ status, headers }: Answer, repeatable: boolean, attempt: number): number | null {
  const backOff = firstBackOff * 2 ** (attempt - 1);
  if (status === 429 || status === 403) {
    const after = Number(headers["retry-after"] ?? Number.NaN);
    const reset = Number(headers["x-ratelimit-reset"] ?? Number.NaN);
    if (Number.isFinite(after)) return within(after * 1_000);
    if (headers["x-ratelimit-remaining"] === "0" && Number.isFinite(reset))
      return within(reset * 1_000 - Date.now());
    return status === 429 ? backOff : null;
  }
  return status !== undefined && status >= 500 && repeatable ? backOff : null;
}

function within(milliseconds: number): number | null {
  return milliseconds <= maxWait ? Math.max(0, milliseconds) : null;
}

function reason({ status, message, headers }: Answer): string {
  if (status === undefined) return message;
  const limited =
    status === 429 || headers["retry-after"] !== undefined || headers["x-ratelimit-remaining"] === "0";
  const said: Readonly<Record<number, string>> = {
    401: "the token is not accepted (401)",
    403: "the token may not (403); it needs `pull-requests: write`, which pull requests from forks do not get",
    404: "not found, or the token may not see it (404)",
    410: "comments are switched off (410)",
    422: "GitHub refused the text (422)",
  };
  return limited
    ? `GitHub's rate limit is reached (${status})`
    : (said[status] ?? `GitHub answered ${status}`);
}

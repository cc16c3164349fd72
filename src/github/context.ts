// What the runner says about the event: which repository, which pull request, which commit to compare with. Takes the environment and
// the event file, gives plain values. Knows nothing of reports.
import { ConfigError } from "../model/request.ts";
import type { Links } from "../reporters/links.ts";
import type { Inputs } from "./inputs.ts";

export type PullRequest = { readonly number: number; readonly headSha: string; readonly fork: boolean };

export type EventContext = {
  readonly event: string;
  /** `owner/name`, or empty when the runner does not say. */
  readonly repository: string;
  /** `https://github.com` or the enterprise server, without a slash at the end. */
  readonly server: string;
  readonly api: string;
  readonly sha: string;
  readonly workflow: string;
  readonly job: string;
  readonly pull: PullRequest | null;
  /** The commit before the change, when the event has one. */
  readonly base: string | null;
  readonly warnings: readonly string[];
};

/** The commit that is checked out, as git knows it. */
export type Checkout = {
  readonly sha: string;
  readonly parents: readonly string[];
  readonly repository: string | null;
};

type Environment = Readonly<Record<string, string | undefined>>;

export function readContext(env: Environment, readText: (file: string) => string): EventContext {
  const event = env["GITHUB_EVENT_NAME"] ?? "";
  const { payload, warnings } = readEvent(env["GITHUB_EVENT_PATH"], readText);
  const pull = pullRequest(payload);
  return {
    event,
    repository: env["GITHUB_REPOSITORY"] ?? "",
    server: (env["GITHUB_SERVER_URL"] || "https://github.com").replace(/\/+$/, ""),
    api: (env["GITHUB_API_URL"] || "https://api.github.com").replace(/\/+$/, ""),
    sha: env["GITHUB_SHA"] ?? "",
    workflow: env["GITHUB_WORKFLOW"] ?? "",
    job: env["GITHUB_JOB"] ?? "",
    pull,
    base: eventBase(event, payload),
    warnings: event === "pull_request_target" ? [...warnings, targetWarning] : warnings,
  };
}

const targetWarning =
  "This workflow runs on pull_request_target: it holds a token that may write, and secrets, while it handles a stranger's files. " +
  "Nothing of them is executed here, but a later step may. Use pull_request unless you know why not.";

type Fields = Readonly<Record<string, unknown>>;

function readEvent(
  path: string | undefined,
  readText: (file: string) => string,
): { readonly payload: Fields; readonly warnings: readonly string[] } {
  if (path === undefined || path === "") return { payload: {}, warnings: [] };
  try {
    return { payload: fields(JSON.parse(readText(path))), warnings: [] };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return {
      payload: {},
      warnings: [
        `The event file could not be read (${reason}): there is no commit to compare with, every finding counts.`,
      ],
    };
  }
}

function fields(value: unknown): Fields {
  return typeof value === "object" && value !== null ? (value as Fields) : {};
}

function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}

function pullRequest(payload: Fields): PullRequest | null {
  const pull = fields(payload["pull_request"]);
  if (typeof pull["number"] !== "number") return null;
  const head = fields(pull["head"]);
  const [from, to] = [head, fields(pull["base"])].map((side) => fields(side["repo"])["full_name"]);
  // The repository of a deleted fork is null.
  return { number: pull["number"], headSha: text(head["sha"]), fork: from !== to };
}

function eventBase(event: string, payload: Fields): string | null {
  // Also of a review, whose event has the pull request's merge commit too.
  const sha = text(
    event.startsWith("pull_request")
      ? fields(fields(payload["pull_request"])["base"])["sha"]
      : event === "merge_group"
        ? fields(payload["merge_group"])["base_sha"]
        : event === "push"
          ? payload["before"]
          : "",
  );
  // A new branch comes after forty zeros.
  return /^[0-9a-f]{40,64}$/.test(sha) && !/^0+$/.test(sha) ? sha : null;
}

/** What the input and the event together ask the pipeline to compare with. */
export function baseRequest(
  input: Inputs["base"],
  context: EventContext,
  checkout: Checkout | null,
): { readonly base?: string } {
  refuseBaseAlone(context, checkout);
  if (input.kind === "given") return { base: input.ref };
  const base = input.kind === "none" ? null : settleBase(context, checkout);
  return base === null ? {} : { base };
}

/**
 * The merge commit that GitHub makes for a pull request may have a newer base than the event names: what came in with it is not the
 * pull request's doing, so its first parent counts.
 */
function settleBase({ base, pull }: EventContext, checkout: Checkout | null): string | null {
  const [first, second, ...more] = checkout?.parents ?? [];
  const isMerge = pull !== null && second === pull.headSha && more.length === 0;
  return base !== null && isMerge && first !== undefined ? first : base;
}

/** Whatever it is compared with: the pull request would pass unseen. */
function refuseBaseAlone({ event, base, sha }: EventContext, checkout: Checkout | null): void {
  if (event !== "pull_request_target" || checkout === null) return;
  if (checkout.sha !== base && checkout.sha !== sha) return;
  throw new ConfigError(
    "What is checked out is the base branch, without the change: that is what actions/checkout takes on pull_request_target, so nothing of the pull request was looked at. Use the pull_request event.",
  );
}

/** Where the scanned lines can be looked at; nothing when the runner does not say. */
export function linksOf(context: EventContext, checkout: Checkout | null): Links | null {
  const repository = checkout?.repository ?? context.repository;
  const sha = checkout?.sha ?? context.sha;
  return repository === "" || sha === "" ? null : { server: context.server, repository, sha };
}

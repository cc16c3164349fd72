// A GitHub API for the comments of one pull request, as the published OpenAPI description has it: paths, methods, required fields,
// status codes, page size, length of a body. Answers can be replaced to see what the Action makes of them.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export type Stored = {
  readonly id: number;
  body: string;
  readonly user: { readonly login: string; readonly type: "Bot" | "User" };
};

/** `hang` never answers. `times` counts down; without it the answer stays. */
export type Refusal = {
  readonly method?: string;
  readonly status: number | "hang";
  readonly headers?: Readonly<Record<string, string>>;
  times?: number;
};

export type Api = {
  readonly url: string;
  readonly comments: Stored[];
  /** `GET /repos/o/r/issues/7/comments?page=1`, in order. */
  readonly requests: string[];
  /** What is wrong with a request by the description. */
  readonly faults: string[];
  readonly close: () => Promise<void>;
};

const longestBody = 65_536;

export async function startApi(
  options: {
    readonly refusals?: readonly Refusal[];
    readonly readOnly?: boolean;
    readonly viewer?: string;
  } = {},
): Promise<Api> {
  const comments: Stored[] = [];
  const requests: string[] = [];
  const faults: string[] = [];
  const refusals = (options.refusals ?? []).map((refusal) => ({ ...refusal }));
  const server = createServer((request, response) => {
    void answer(request, response);
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const method = request.method ?? "";
    const url = new URL(request.url ?? "/", "http://localhost");
    const path = url.pathname.replace(/^\/api(\/v3)?/, "");
    requests.push(`${method} ${url.pathname}${url.search}`);
    const body = await read(request);
    const send = (status: number, value?: unknown, headers: Readonly<Record<string, string>> = {}) => {
      response.writeHead(status, { "content-type": "application/json; charset=utf-8", ...headers });
      response.end(value === undefined ? undefined : JSON.stringify(value));
    };
    if (!/^token .+/.test(request.headers.authorization ?? ""))
      faults.push(`${method} ${path} without a token`);
    const refusal = refusals.find((one) => (one.method ?? method) === method && one.times !== 0);
    if (refusal !== undefined) {
      if (refusal.times !== undefined) refusal.times -= 1;
      if (refusal.status === "hang") return;
      return send(refusal.status, { message: "Refused ::error::by ##[error]test" }, refusal.headers);
    }
    if (method === "POST" && path === "/graphql") {
      return options.viewer === undefined
        ? send(200, { data: null, errors: [{ message: "Resource not accessible by integration" }] })
        : send(200, { data: { viewer: { login: options.viewer } } });
    }
    if (method === "GET" && path === "/repos/o/r/issues/7/comments") {
      const size = Number(url.searchParams.get("per_page") ?? 30);
      const page = Number(url.searchParams.get("page") ?? 1);
      if (size > 100) faults.push("per_page is over 100");
      return send(200, comments.slice((page - 1) * size, page * size));
    }
    if (options.readOnly) return send(403, { message: "Resource not accessible by integration" });
    const id = /^\/repos\/o\/r\/issues\/comments\/(\d+)$/.exec(path)?.[1];
    const found = comments.findIndex((comment) => comment.id === Number(id));
    if (method === "DELETE" && found >= 0) {
      comments.splice(found, 1);
      return send(204);
    }
    const text = (body as { body?: unknown } | null)?.body;
    if (typeof text !== "string" || text === "") return send(422, { message: "Validation Failed" });
    if (text.length > longestBody)
      return send(422, { message: `body is too long (maximum is ${longestBody} characters)` });
    if (method === "POST" && path === "/repos/o/r/issues/7/comments") {
      const comment: Stored = {
        id: comments.length + 101,
        body: text,
        user: { login: "github-actions[bot]", type: "Bot" },
      };
      comments.push(comment);
      return send(201, comment);
    }
    const comment = comments[found];
    if (method === "PATCH" && comment !== undefined) {
      comment.body = text;
      return send(200, comment);
    }
    faults.push(`no such endpoint: ${method} ${path}`);
    send(404, { message: "Not Found" });
  }

  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { url, comments, requests, faults, close: () => stop(server) };
}

async function read(request: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const text = Buffer.concat(parts).toString("utf8");
  return text === "" ? null : JSON.parse(text);
}

function stop(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}

// Pipelines that are lists of commands under a few keys: CircleCI, Bitbucket, Drone and Woodpecker, Travis, Buildkite, Semaphore,
// Codefresh, Cirrus, CodeBuild. Takes a document,
// gives the scripts of every step.
import type { Json } from "../../../model/document.ts";
import type { Path } from "../../../model/place.ts";
import type { HostedLine, HostedScript, HostReader } from "../hosted-script.ts";
import { maskPattern, UNKNOWN } from "../mapped-text.ts";
import { entriesOf, isObject, itemsOf, type JsonObject, literalVariables } from "./json.ts";

type Pipeline = {
  readonly name: string;
  readonly file: RegExp;
  /** What tells it where the file's name does not. */
  readonly shape?: (value: JsonObject) => boolean;
  /** Under these stand commands; keys of one inner list share a shell. */
  readonly keys: readonly (readonly string[])[];
  /** Under these stand variables, for all that stands below. */
  readonly variables?: string;
};

const PIPELINES: readonly Pipeline[] = [
  {
    name: "circleci",
    file: /(?:^|\/)\.circleci\/[^/]+\.ya?ml$/,
    keys: [["run"]],
    variables: "environment",
  },
  {
    name: "bitbucket",
    file: /(?:^|\/)bitbucket-pipelines\.ya?ml$/,
    keys: [["script"], ["after-script"]],
  },
  {
    name: "drone",
    file: /(?:^|\/)\.(?:drone\.ya?ml|woodpecker(?:\/[^/]+)?\.ya?ml)$/,
    shape: ({ kind, steps }) =>
      kind === "pipeline" && itemsOf(steps).some((step) => isObject(step) && "commands" in step),
    keys: [["commands"]],
    variables: "environment",
  },
  {
    name: "travis",
    file: /(?:^|\/)\.travis\.ya?ml$/,
    keys: [
      ["before_install", "install", "before_script", "script", "after_success", "after_failure"],
      ["before_deploy", "after_deploy", "after_script"],
    ],
  },
  {
    name: "buildkite",
    file: /(?:^|\/)\.buildkite\/[^/]+\.ya?ml$/,
    keys: [["command", "commands"]],
    variables: "env",
  },
  {
    name: "semaphore",
    file: /(?:^|\/)\.semaphore\/[^/]+\.ya?ml$/,
    keys: [["commands"]],
  },
  {
    name: "codefresh",
    file: /(?:^|\/)(?:\.codefresh\/[^/]+|codefresh)\.ya?ml$/,
    keys: [["commands"], ["cmd"]],
  },
  {
    name: "cirrus",
    file: /(?:^|\/)\.cirrus\.ya?ml$/,
    keys: [["setup_script", "install_script", "build_script", "test_script", "deploy_script", "script"]],
    variables: "env",
  },
  {
    name: "codebuild",
    file: /(?:^|\/)buildspec[\w.-]*\.ya?ml$/,
    shape: ({ phases }) =>
      entriesOf(phases).some(([, phase]) => isObject(phase) && Array.isArray(phase["commands"])),
    keys: [["commands"], ["finally"]],
  },
];

/** `<< parameters.app >>` of CircleCI. */
const PARAMETER = /<<[ \t]*(?:parameters|pipeline|matrix)\.[\w.]+[ \t]*>>/g;
const MAX_DEPTH = 20;

export const pipelineScripts: HostReader = ({ file, value }) => {
  if (!isObject(value)) return undefined;
  const pipeline = PIPELINES.find((one) => one.file.test(file) || one.shape?.(value));
  return pipeline === undefined ? undefined : scriptsBelow(value, [], { pipeline, job: "", variables: {} });
};

type Surroundings = {
  readonly pipeline: Pipeline;
  /** What shares a throw-away cluster. */
  readonly job: string;
  readonly variables: Readonly<Record<string, string | null>>;
};

function scriptsBelow(value: Json, path: Path, around: Surroundings): HostedScript[] {
  if (path.length > MAX_DEPTH) return [];
  if (Array.isArray(value))
    return value.flatMap((item: Json, index) => scriptsBelow(item, [...path, index], around));
  if (!isObject(value)) return [];
  const { pipeline } = around;
  const stated = pipeline.variables === undefined ? undefined : value[pipeline.variables];
  const variables = { ...around.variables, ...literalVariables(stated, () => false) };
  const host = `${pipeline.name}${around.job === "" ? "" : `:${around.job}`}`;
  const scripts = pipeline.keys.flatMap((keys): HostedScript[] => {
    const lines = keys.flatMap((key) => linesOf(value[key], [...path, key]));
    const mask: HostedScript["mask"] = (text) => maskPattern(text, PARAMETER, () => UNKNOWN);
    return lines.length === 0 ? [] : [{ host, lines, variables, mask }];
  });
  const inner = entriesOf(value).flatMap(([key, member]) => {
    // `jobs.<name>` of CircleCI; elsewhere all steps of a file count as one job.
    const job = path.length === 1 && path[0] === "jobs" ? key : around.job;
    return scriptsBelow(member, [...path, key], { ...around, job, variables });
  });
  return [...scripts, ...inner];
}

/** A text, a list of texts and lists, or a mapping with the text (`run: {name: …, command: …}`). */
function linesOf(value: Json | undefined, path: Path): HostedLine[] {
  if (typeof value === "string") return [{ path }];
  if (path.length > MAX_DEPTH) return [];
  if (Array.isArray(value))
    return value.flatMap((item: Json, index) => (isObject(item) ? [] : linesOf(item, [...path, index])));
  return isObject(value) && typeof value["command"] === "string" ? [{ path: [...path, "command"] }] : [];
}

// Which metrics of containers the repository asks for: rules of Prometheus, dashboards of Grafana, scrape settings, autoscalers. Takes
// objects and data documents, gives the names as they are written with their places. Does not know which of them exist.
import type { DataDocument, Json } from "../model/document.ts";
import type { MetricQuery } from "../model/inventory/package.ts";
import { LineIndex } from "../model/line-index.ts";
import { own } from "../model/own.ts";
import type { Path, Place } from "../model/place.ts";
import { at, elements, type FoundObject, isObject, subjectOf, text, titleOf } from "./kubernetes.ts";
import type { Origins } from "./origins.ts";
import type { Targets } from "./targets.ts";

export type QueryContext = {
  readonly targets: Targets;
  readonly origins: Origins;
  readonly readText: (file: string) => string | undefined;
  readonly decodeYaml: (text: string) => Json | undefined;
};

const MENTION = /container_[a-z]/;
/** Not the beginning of a pattern (`container_fs_.*`), which may stand for any name. */
const METRIC = /\bcontainer_[a-z0-9_]*[a-z0-9](?![\w(.])/g;
/** PromQL's own. */
const COMMENT = /^[ \t]*#.*$/gm;
/** Keys whose text, or list of texts, is a query, whatever the program. */
const QUERIES: ReadonlySet<string> = new Set(
  "expr query definition seriesQuery metricsQuery serverAddressQuery match[]".split(" "),
);
const RULES = /^(?:PrometheusRule|VMRule|Rules|ClusterRules|GlobalRules)$/;
/** Kinds that hold queries somewhere, by API group. */
const HOLDERS: Readonly<Record<string, RegExp>> = {
  "monitoring.coreos.com": /^(?:ServiceMonitor|PodMonitor|ScrapeConfig|Prometheus|PrometheusAgent)$/,
  "operator.victoriametrics.com": /^VM(?:ServiceScrape|PodScrape|Agent)$/,
  "keda.sh": /^Scaled(?:Object|Job)$/,
  "argoproj.io": /^(?:Cluster)?AnalysisTemplate$|^Application$/,
  "flagger.app": /^(?:MetricTemplate|Canary)$/,
  "grafana.integreatly.org": /^GrafanaDashboard$/,
  "dashboard.grafana.app": /^Dashboard$/,
  "helm.toolkit.fluxcd.io": /^HelmRelease$/,
};
const RULE_GROUPS: ReadonlySet<string> = new Set([
  "monitoring.coreos.com",
  "operator.victoriametrics.com",
  "monitoring.googleapis.com",
]);
/** Kinds that give values to a chart. */
const CHARTS = /^(?:HelmRelease|Application)$/;
const VALUES_FILE = /(?:^|[/._-])values[\w.-]*\.ya?ml$/i;
const TEXT_FILE = /\.(?:json|ya?ml|rules)$/;
/** Larger texts inside an object are not taken apart. */
const MAX_TEXT = 2_000_000;
const MAX_DEPTH = 60;
/** Texts inside texts. */
const MAX_NESTING = 3;

/** One text that may name metrics, at its path. */
type Use = { readonly path: Path; readonly text: string };

export function metricQueries(
  objects: readonly FoundObject[],
  documents: readonly DataDocument[],
  context: QueryContext,
): MetricQuery[] {
  const known = new Map<DataDocument, boolean>();
  const mentions = (document: DataDocument): boolean => {
    const mention = known.get(document) ?? document.mayMention?.(MENTION) !== false;
    known.set(document, mention);
    return mention;
  };
  return [
    ...objects.flatMap((object) =>
      mayAsk(object) && mentions(object.document) ? queriesOf(object, context) : [],
    ),
    ...documents.flatMap((document) => (mentions(document) ? queriesIn(document, context) : [])),
  ];
}

/** By its kind alone, which settles it for most. */
function mayAsk({ kind, group }: FoundObject): boolean {
  if (group === "") return kind === "ConfigMap";
  return (RULES.test(kind) && RULE_GROUPS.has(group)) || own(HOLDERS, group)?.test(kind) === true;
}

type Owner = Pick<FoundObject, "document"> & { readonly title: string; readonly subject: string };

function queriesOf(object: FoundObject, context: QueryContext): MetricQuery[] {
  const { kind, group, value, path } = object;
  const owner = { document: object.document, title: titleOf(object), subject: subjectOf(object) };
  const marks = { ...object.annotations, ...object.labels };
  const entry = (uses: readonly Use[]) =>
    queryEntry(
      owner,
      uses.map((use) => ({ ...use, path: [...path, ...use.path] })),
      marks,
      context,
    );
  if (kind === "ConfigMap") {
    return Object.entries(isObject(value["data"]) ? value["data"] : {}).flatMap(([key, data]) => {
      const here = ["data", key];
      if (!TEXT_FILE.test(key) || typeof data !== "string") return [];
      const uses = usesInText(data, context);
      return uses.length === 0 || isFile(object, here, context)
        ? []
        : entry(uses.map((found) => ({ path: here, text: found })));
    });
  }
  if (RULE_GROUPS.has(group) && RULES.test(kind))
    return rulesIn(value, ["spec"]).flatMap((use) => entry([use]));
  if (CHARTS.test(kind)) return entry(usesInValues(value, context));
  const json = at(value, ["spec", "json"]);
  const inside = typeof json === "string" ? usesInText(json, context) : [];
  return entry([...usesIn(value), ...inside.map((found) => ({ path: ["spec", "json"], text: found }))]);
}

/** Terraform puts a file there that is read by itself. */
function isFile({ document, path }: FoundObject, below: Path, { readText }: QueryContext): boolean {
  if (document.origin !== "terraform") return false;
  const { start, end } = document.locate([...path, ...below]);
  const lines = (readText(document.file) ?? "").split("\n").slice(start.line - 1, end.line);
  return lines.length === 1 && /(?<!\w)file\(\s*"[^"]*\.(?:json|ya?ml)"/.test(lines[0]!);
}

/** Documents that are none of Kubernetes. */
function queriesIn(document: DataDocument, context: QueryContext): MetricQuery[] {
  const { value, file } = document;
  if (!isObject(value) || typeof value["kind"] === "string") return [];
  if (Array.isArray(value["groups"])) {
    return rulesIn(value, []).flatMap((use) => {
      const rule = at(value, use.path.slice(0, -1));
      const name = text(at(rule, ["alert"])) || text(at(rule, ["record"]));
      return queryEntry(
        { document, title: name === "" ? file : `Rule "${name}"`, subject: file },
        [use],
        {},
        context,
      );
    });
  }
  const dashboard = isDashboard(value) ? value : value["dashboard"];
  if (isDashboard(dashboard)) {
    const name = text(dashboard["title"]);
    const title = name === "" ? file : `Dashboard "${name}"`;
    return queryEntry({ document, title, subject: file }, usesIn(value), {}, context);
  }
  if (VALUES_FILE.test(file))
    return queryEntry({ document, title: file, subject: file }, usesInValues(value, context), {}, context);
  if (!Array.isArray(value["scrape_configs"])) return [];
  return queryEntry({ document, title: file, subject: file }, usesIn(value), {}, context);
}

function isDashboard(value: Json | undefined): value is { readonly [key: string]: Json } {
  if (!isObject(value)) return false;
  const drawn = Array.isArray(value["panels"]) || Array.isArray(value["rows"]);
  return (drawn && typeof value["title"] === "string") || (drawn && isObject(value["templating"]));
}

/** `groups[].rules[]`, of Prometheus and of Grafana's alerting. */
function rulesIn(value: Json, base: Path): Use[] {
  return elements(at(value, [...base, "groups"])).flatMap((group, i) =>
    elements(at(group, ["rules"])).flatMap((rule, j) =>
      usesIn(rule).map((use) => ({ ...use, path: [...base, "groups", i, "rules", j, ...use.path] })),
    ),
  );
}

/** Every query below, and what a scrape setting keeps by name. */
function usesIn(value: Json, path: Path = []): Use[] {
  if (path.length > MAX_DEPTH || value === null || typeof value !== "object") return [];
  if (Array.isArray(value)) return value.flatMap((item, index) => usesIn(item, [...path, index]));
  return Object.entries(value).flatMap(([key, item]) => {
    const here = [...path, key];
    if (typeof item === "string") {
      const asks =
        QUERIES.has(key) || (key === "regex" && keepsByName(value as { readonly [key: string]: Json }));
      return asks && MENTION.test(item) ? [{ path: here, text: item }] : [];
    }
    if (!QUERIES.has(key) || !Array.isArray(item)) return usesIn(item, here);
    return item.flatMap((one: Json, index) =>
      typeof one === "string" ? [{ path: [...here, index], text: one }] : usesIn(one, [...here, index]),
    );
  });
}

/** What a chart is given: rules, settings and dashboards, as they are or as the text of a file. What is switched off is not asked. */
function usesInValues(value: Json, context: QueryContext, path: Path = [], nesting = 0): Use[] {
  if (path.length > MAX_DEPTH || value === null) return [];
  if (typeof value === "string") {
    const isText = value.includes("\n") || /^\s*[{[]/.test(value);
    const inside = isText && nesting < MAX_NESTING ? decoded(value, context) : undefined;
    if (inside === undefined || typeof inside === "string") return [];
    return usesInValues(inside, context, path, nesting + 1).map((use) => ({ ...use, path }));
  }
  if (Array.isArray(value))
    return value.flatMap((item, index) => usesInValues(item, context, [...path, index], nesting));
  if (!isObject(value) || value["enabled"] === false) return [];
  const asks = (key: string, item: Json) => QUERIES.has(key) || (key === "regex" && typeof item === "string");
  const entries = Object.entries(value);
  const here = Object.fromEntries(
    entries.filter(([key, item]) => asks(key, item) || /^source_?[lL]abels$|^action$/.test(key)),
  );
  return [
    ...usesIn(here, path),
    ...entries.flatMap(([key, item]) =>
      asks(key, item) ? [] : usesInValues(item, context, [...path, key], nesting),
    ),
  ];
}

function keepsByName(setting: { readonly [key: string]: Json }): boolean {
  const labels = setting["sourceLabels"] ?? setting["source_labels"];
  return /^keep$/i.test(text(setting["action"])) && Array.isArray(labels) && labels.includes("__name__");
}

/** The queries of a file that stands in a value: their places there are looked for by name. */
function usesInText(data: string, context: QueryContext): string[] {
  const value = decoded(data, context);
  return value === undefined ? [] : usesIn(value).map((use) => use.text);
}

function decoded(data: string, { decodeYaml }: QueryContext): Json | undefined {
  return data.length > MAX_TEXT || !MENTION.test(data) ? undefined : (parsed(data) ?? decodeYaml(data));
}

function parsed(data: string): Json | undefined {
  try {
    return JSON.parse(data) as Json;
  } catch {
    return undefined;
  }
}

/** At most one entry: metrics in the order of the file, each once. */
function queryEntry(
  { document, title, subject }: Owner,
  uses: readonly Use[],
  marks: Readonly<Record<string, string>>,
  { targets, origins, readText }: QueryContext,
): MetricQuery[] {
  const places = new Map<string, Path>();
  for (const use of uses) {
    for (const [name] of use.text.replaceAll(COMMENT, "").matchAll(METRIC))
      if (!places.has(name)) places.set(name, use.path);
  }
  const metrics = [...places.keys()];
  if (metrics.length === 0) return [];
  const id = origins.next("query");
  const { file } = document;
  const [path] = places.values();
  let lines: LineIndex | undefined;
  origins.set(id, {
    ...{ file, subject, title, path: path!, value: document.value },
    locate: ([, index]) => {
      const name = metrics[Number(index)] ?? metrics[0]!;
      lines ??= new LineIndex(readText(file) ?? "");
      return { place: placeOf(name, document, places.get(name)!, lines) };
    },
    object: { file, range: document.locate([]) },
  });
  return [
    {
      ...{ id, address: title, notation: "file", existence: "known", unknown: {} },
      ...{ nodes: targets.of(file, marks), metrics },
    },
  ];
}

/** The name itself, which no style of quoting changes; the whole value where it is not found. */
function placeOf(name: string, document: DataDocument, path: Path, lines: LineIndex): Place {
  const { file } = document;
  const range = document.locate(path);
  const from = lines.offset(range.start);
  const inside = lines.text.slice(from, lines.offset(range.end));
  for (const { index } of inside.matchAll(new RegExp(`\\b${name}(?!\\w)`, "g"))) {
    const line = inside.slice(inside.lastIndexOf("\n", index) + 1, index);
    if (/^\s*#/.test(line)) continue;
    return { file, range: lines.range([from + index, from + index + name.length]) };
  }
  return { file, range };
}

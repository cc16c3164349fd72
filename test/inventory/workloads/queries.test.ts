// Where the names of container metrics are found, and where not.
import { expect, it } from "vitest";
import { type Files, taken } from "../../texts.ts";

async function metricsIn(files: Files) {
  const { built, problems } = await taken(files);
  const found = built.inventory.metric_queries.map(({ id, address, metrics }) => {
    const { place } = built.origins.get(id)!.locate(["metrics", 0]);
    return `${address} ${metrics.join(",")} ${place.range?.start.line}:${place.range?.start.column}`;
  });
  return { found, problems };
}

const configMap = (key: string, body: string) =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata:\n  ${key}: |\n${body.replace(/^/gm, "    ")}\n`;

it("finds the metric inside a block, past its comments", async () => {
  const rules =
    "groups:\n- rules:\n  # container_memory_rss\n  - expr: |\n      # container_fs_x\n      1 +\n      container_memory_rss";
  expect(await metricsIn({ "a.yaml": configMap("rules.yaml", rules) })).toEqual({
    found: ['ConfigMap "a" container_memory_rss 12:11'],
    problems: [],
  });
});

it("reads dashboards of every age, and only those", async () => {
  const panel = '{"targets": [{"expr": "container_memory_rss"}]}';
  const { found } = await metricsIn({
    "nested.json": `{"title": "N", "panels": [{"panels": [${panel}]}]}`,
    "old.json": `{"title": "O", "rows": [{"panels": [${panel}]}]}`,
    "posted.json": `{"dashboard": {"title": "P", "panels": [${panel}]}}`,
    "variable.json":
      '{"panels": [], "templating": {"list": [{"query": {"query": "label_values(container_fs_x, y)"}}]}}',
    "words.json": `{"a": ${panel}}`,
    "title.json": '{"title": "container_memory_rss", "panels": [{"title": "container_memory_rss"}]}',
  });
  expect(found).toEqual([
    'Dashboard "N" container_memory_rss 1:62',
    'Dashboard "O" container_memory_rss 1:60',
    'Dashboard "P" container_memory_rss 1:64',
    "variable.json container_fs_x 1:74",
  ]);
});

it("takes a kept name for a wish, a dropped one not, and a pattern for any name", async () => {
  const relabel = (action: string, regex: string) =>
    `apiVersion: monitoring.coreos.com/v1\nkind: PodMonitor\nmetadata: {name: m}\nspec: {podMetricsEndpoints: [{metricRelabelings: [{action: ${action}, sourceLabels: [__name__], regex: ${regex}}]}]}\n`;
  const { found } = await metricsIn({
    "keep.yaml": relabel("keep", "container_threads|container_fs_.*"),
    "drop.yaml": relabel("drop", "container_threads"),
    "pattern.yaml": relabel("keep", "container_(fs|network)_.*"),
  });
  expect(found.map((one) => one.split(" ")[2])).toEqual(["container_threads"]);
});

it("gives a file that Terraform puts into an object to the file alone", async () => {
  const dashboard = '{"title": "D", "panels": [{"targets": [{"expr": "container_memory_rss"}]}]}';
  const { found } = await metricsIn({
    "d.json": dashboard,
    "main.tf": `resource "kubernetes_config_map" "d" {\n  metadata {\n    name = "d"\n  }\n  data = {\n    "d.json" = file("d.json")\n  }\n}\n`,
  });
  expect(found).toEqual(['Dashboard "D" container_memory_rss 1:50']);
});

it("says nothing of what cannot be read", async () => {
  const { found, problems } = await metricsIn({
    "a.yaml": configMap("a.json", '{"panels": [{"expr": "container_memory_rss"'),
    "b.yaml": configMap("b.yaml", "a: [container_memory_rss\nb: }"),
  });
  expect(found).toEqual([]);
  expect(problems).toEqual([]);
});

it("reads what charts are given as values", async () => {
  const rules = [
    "additionalPrometheusRulesMap:",
    "  web:",
    "    groups: [{name: a, rules: [{alert: A, expr: sum(container_memory_rss) > 1}]}]",
    "off: {enabled: false, rules: [{expr: container_memory_swap}]}",
    "grafana:",
    "  dashboards:",
    "    default:",
    "      web:",
    "        json: |",
    '          {"panels": [{"targets": [{"expr": "container_fs_usage_bytes"}]}]}',
    "scrape:",
    "  - metric_relabel_configs:",
    "      - {source_labels: [__name__], regex: container_network_receive_bytes_total, action: keep}",
    "      - {source_labels: [__name__], regex: container_last_seen, action: drop}",
    "description: container_cpu_load_average_10s",
    "",
  ];
  const text = rules.join("\n");
  const nested = text.replace(/^(?=.)/gm, "        ");
  const { found, problems } = await metricsIn({
    "monitoring/values-prod.yaml": text,
    "monitoring/other.yaml": text,
    "app.yaml": `apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: {name: a}\nspec:\n  source:\n    helm:\n      values: |\n${nested}`,
    "release.yaml": `apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nmetadata: {name: a}\nspec:\n  values:\n${nested}`,
  });
  const metrics = "container_memory_rss,container_fs_usage_bytes,container_network_receive_bytes_total";
  expect(found.toSorted()).toEqual([
    `Application "a" ${metrics} 10:61`,
    `HelmRelease "a" ${metrics} 8:61`,
    `monitoring/values-prod.yaml ${metrics} 3:53`,
  ]);
  expect(problems).toEqual([]);
});

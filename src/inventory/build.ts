// Builds the inventory. Takes every document and what the run settled, gives the JSON that rules see, where each entry stands, and
// what could not be understood on the way. One call per domain; the order is that of what needs what.
import { posix } from "node:path";
import type { DataDocument, Document } from "../model/document.ts";
import type { HclExpression } from "../model/hcl.ts";
import type { Inventory } from "../model/inventory.ts";
import { LineIndex } from "../model/line-index.ts";
import type { Range } from "../model/place.ts";
import type { Problem } from "../model/problem.ts";
import { looksLikeKickstart, readKickstart } from "../readers/kickstart/read.ts";
import { scalarText } from "../readers/shell/scalar-text.ts";
import { readYamlText } from "../readers/yaml/read.ts";
import { bootstraps } from "./bootstrap/bootstraps.ts";
import { chartSettings } from "./chart-settings.ts";
import { charts } from "./charts.ts";
import { infrastructure } from "./cloud/infrastructure.ts";
import { stacksOf } from "./cloud/stacks.ts";
import { cloudResources } from "./commands/cloud-resources.ts";
import { lastingDocuments } from "./commands/ephemeral-calls.ts";
import { handedValuesFiles } from "./commands/helm-chart.ts";
import { packagesOf } from "./commands/packages.ts";
import { commandPatches } from "./commands/patch-commands.ts";
import { scriptCommands } from "./commands/scripts.ts";
import { withSourcedFunctions } from "./commands/sourced-functions.ts";
import { statedSecrets } from "./commands/stated-secrets.ts";
import { embeddedObjects } from "./embedded-objects.ts";
import { type DatedFacts, factDate, factsOn } from "./facts.ts";
import { generatedSecrets } from "./generated-secrets.ts";
import { statementSources } from "./identity/from-documents.ts";
import { foldersOf, terraformStatements } from "./identity/from-terraform.ts";
import { identity } from "./identity/identity.ts";
import { indexedPods } from "./index-pods.ts";
import { kubernetesObjects } from "./kubernetes.ts";
import { resolvePatches } from "./kustomize.ts";
import { fetchedManifests } from "./manifests/fetched-manifests.ts";
import { filledIn } from "./manifests/filled-in.ts";
import { terraformManifests } from "./manifests/from-terraform.ts";
import { helmReleases } from "./manifests/helm-release.ts";
import { unknownMarks } from "./marks.ts";
import { ocneParts } from "./ocne/ocne.ts";
import { Origins } from "./origins.ts";
import { placeholdersCut } from "./placeholders.ts";
import { metricQueries } from "./queries.ts";
import { hiddenRanges, secretValues } from "./secret-values.ts";
import { concealed } from "./secrets.ts";
import { taggedImages } from "./tagged-images.ts";
import { type TargetOptions, targets } from "./targets.ts";
import { evaluateTerraform } from "./terraform/evaluate.ts";
import { workloads } from "./workloads.ts";

export type InventoryContext = {
  /** `latest`, `seed` or a date. */
  readonly asOf: string;
  readonly targets: TargetOptions;
  readonly varFiles: readonly (string | readonly string[])[];
  readonly externalCidrs: readonly string[];
  readonly dated: DatedFacts;
  readonly tables: Inventory["tables"];
  /** Whether the repository holds a path. */
  readonly has: (path: string) => boolean;
  /** Text of a file that the repository holds, for references from other files. */
  readonly readText: (path: string) => string | undefined;
  /** For the template files that Terraform names; without it their text is not known. */
  readonly parseTemplate?: (text: string) => HclExpression | null;
};

export type Built = {
  readonly inventory: Inventory;
  readonly origins: Origins;
  readonly problems: readonly Problem[];
  /** Attributes that could not be resolved. */
  readonly unknown: number;
  /** Where credentials stand in a file: lines that no report may show. */
  readonly hidden: (file: string) => readonly Range[];
};

export function buildInventory(given: readonly Document[], context: InventoryContext): Built {
  const documents = withSourcedFunctions(given);
  const origins = new Origins();
  const problems: Problem[] = [];
  const decodeYaml = (text: string) => readYamlText({ file: "", text, language: "yaml" }).documents[0]?.value;
  const evaluated = evaluateTerraform(documents, {
    readText: context.readText,
    parseTemplate: context.parseTemplate ?? (() => null),
    decodeYaml,
    varFiles: context.varFiles,
  });
  problems.push(...evaluated.problems);
  const made = terraformManifests(evaluated.resources, (part) => {
    const reading = readYamlText({ ...part, language: "yaml", origin: "terraform" });
    if (part.whole) problems.push(...reading.problems);
    return reading.documents;
  });
  const isFilledIn = filledIn(made);
  const data = [
    ...lastingDocuments(documents).filter(
      (document): document is DataDocument =>
        (document.format === "yaml" || document.format === "json") && !isFilledIn(document),
    ),
    ...made,
    ...commandPatches(documents, decodeYaml),
  ];

  const resolved = resolvePatches(data, (text, document, path) => {
    const { start } = document.locate(path);
    const lines = new LineIndex(context.readText(document.file) ?? "");
    const written = lines.text === "" ? null : scalarText(document, path, lines);
    const position = (offset: number) => (written ? lines.position(written.at(offset)) : start);
    return readYamlText({ file: document.file, text, language: "yaml", position }).documents;
  }).map(concealed);
  const patched = resolved.map(({ document }) => placeholdersCut(document));
  const objects = [...kubernetesObjects(patched), ...embeddedObjects(patched)];
  problems.push(...unknownMarks(objects));

  const resources = [...evaluated.resources, ...cloudResources(documents, context)];
  const {
    lists,
    userData,
    unknown: unknownAttributes,
  } = infrastructure({ ...evaluated, resources }, origins, objects);

  const { node_pools } = lists;
  const where = targets(context.targets, node_pools);
  const pods = workloads(objects, where, origins, taggedImages(patched));
  const { scripts, found } = scriptCommands(documents, {
    targets: where,
    origins,
    readText: context.readText,
  });
  const stated = statedSecrets(found, origins, context.readText);
  const names = new Set(documents.map(({ file }) => posix.basename(file)));
  const installed = packagesOf(found, origins, (name) => names.has(name));
  const packages = charts(objects, patched, where, origins);
  const called = [...installed.charts, ...helmReleases(evaluated.resources, where, origins, decodeYaml)];
  const booting = bootstraps(documents, { readText: context.readText, userData, origins });
  const as_of = factDate(context.asOf, context.dated);
  const {
    hidden,
    problems: ocneProblems,
    ...ocne
  } = ocneParts(documents, {
    has: context.has,
    readText: context.readText,
    origins,
    readers: {
      yaml: (part) => readYamlText({ ...part, language: "yaml", origin: "heredoc" }).documents,
      kickstart: (part) => readKickstart(part).document,
      looksLikeKickstart,
    },
  });
  problems.push(...ocneProblems);
  const inventory: Inventory = {
    as_of,
    facts: factsOn(as_of, context.dated),
    tables: context.tables,
    nodes: where.overall,
    workloads: pods,
    index: { pods: indexedPods(pods), objects: pods.objects },
    ...lists,
    charts: [...packages.charts, ...called],
    chart_settings: chartSettings(objects, patched, called, {
      targets: where,
      origins,
      has: context.has,
      valuesFiles: handedValuesFiles(found),
      decodeYaml,
    }),
    remote_manifests: [
      ...packages.remote_manifests,
      ...installed.remote_manifests,
      ...fetchedManifests(evaluated.resources, where, origins),
    ],
    metric_queries: metricQueries(objects, patched, {
      targets: where,
      origins,
      readText: context.readText,
      decodeYaml,
    }),
    ...identity(
      statementSources(documents, {
        readText: context.readText,
        terraform: {
          sources: terraformStatements({
            ...evaluated,
            stackOf: stacksOf(resources, evaluated.moduleCalls),
          }),
          folders: foldersOf(evaluated),
        },
      }),
      { origins, compartments: lists.compartments },
    ),
    scripts,
    commands: found.map(({ entry }) => entry),
    bootstraps: booting.bootstraps,
    ...ocne,
    secrets: [
      ...secretValues(resolved, objects, pods.objects, origins),
      ...stated.secrets,
      ...generatedSecrets(patched, origins, context.readText),
    ],
    external_cidrs: context.externalCidrs,
  };
  const unknown =
    unknownAttributes +
    objects.reduce((sum, { document }) => sum + Object.keys(document.unknown ?? {}).length, 0);
  const concealedRanges = hiddenRanges(resolved);
  return {
    inventory,
    origins,
    problems,
    unknown,
    hidden: (file) => [
      ...concealedRanges(file),
      ...(hidden.get(file) ?? []),
      ...(booting.hidden.get(file) ?? []),
      ...(stated.hidden.get(file) ?? []),
    ],
  };
}

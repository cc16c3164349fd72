// What the variables of conditions and matching rules may be called, and what looks wrong about one.
import { nearest } from "../../model/nearest.ts";
import type { Span } from "../../model/place.ts";
import type { Value, Word } from "./ast.ts";
import type { Cursor } from "./cursor.ts";

/** Variables that the documentation of IAM, Kubernetes Engine, Vault and Compute names, in lower case. */
const documented = [
  "request.user.id",
  "request.user.name",
  "request.user.mfatotpverified",
  "request.groups",
  "request.groups.id",
  "request.permission",
  "request.operation",
  "request.networksource.name",
  "request.utc-timestamp",
  "request.utc-timestamp.month-of-year",
  "request.utc-timestamp.day-of-month",
  "request.utc-timestamp.day-of-week",
  "request.utc-timestamp.time-of-day",
  "request.region",
  "request.ad",
  "request.service",
  "request.subnet.id",
  "request.instance.compartment.id",
  "request.kms-key.id",
  "request.includeplaintextkey",
  "request.principal.id",
  "request.principal.type",
  "request.principal.compartment.id",
  "request.principal.namespace",
  "request.principal.service_account",
  "request.principal.cluster_id",
  "request.principal.subnet",
  "target.compartment.id",
  "target.compartment.name",
  "target.workrequest.type",
  "target.policy.type",
  "target.policy.name",
  "target.policy.id",
  "target.policy.autoupdate",
  "target.cluster.id",
  "target.nodepool.id",
  "target.virtualnodepool.id",
  "target.clusterworkloadmapping.id",
  "target.mapping.cluster_id",
  "target.key.id",
  "target.vault.id",
  "target.secret.name",
  "target.secret.id",
  "target.boot-volume.kms-key.id",
  "target.image.id",
  "target.group.name",
  "target.group.id",
  "target.group.member",
  "target.user.name",
  "target.user.id",
  "target.dynamic-group.name",
  "target.dynamic-group.id",
  "target.dynamicgroup.name",
  "target.dynamicgroup.id",
  "target.resource.id",
  "target.resource.domain.id",
  "target.resource.domain.name",
  "target.tag-namespace.name",
  "target.tag-namespace.id",
  "target.credential.type",
  "target.bucket.name",
  "target.object.name",
  "target.stream.id",
];

const known: ReadonlySet<string> = new Set(documented);

const ruleVariables = [
  "instance.id",
  "instance.compartment.id",
  "resource.id",
  "resource.compartment.id",
  "resource.type",
];

/** `request.…`, `target.…`, or an operand's number as in `2.subnet.id`. */
export function isVariable(text: string): boolean {
  if (known.has(text)) return true;
  return /^(?:request|target|\d+)\.[^.]/i.test(text) && !text.endsWith(".") && !text.includes("..");
}

/** A text in quotes that was meant to be a variable. */
export function looksLikeVariable(text: string): boolean {
  const code = text.charCodeAt(0) | 32;
  if (code !== 114 && code !== 116) return false;
  return /^(?:request|target)(?:\.[A-Za-z_-][\w@:-]*)+$/.test(text);
}

/** Reports a variable that cannot be one, or that is a slip away from a documented one. */
export function checkVariable(cursor: Cursor, { text, hole, span }: Word): void {
  if (hole !== "none") {
    // Only what stands before the first placeholder is known.
    if (hole === "inside" && /^[\w@+-]/.test(text) && !/^(?:r|t|\d)/i.test(text))
      unknownRoot(cursor, text, span);
    return;
  }
  if (!isVariable(text)) {
    unknownRoot(cursor, text, span);
    return;
  }
  const lower = text.toLowerCase();
  if (known.has(lower) || lower.includes(".tag.")) return;
  const near = documentedNear(lower);
  if (near === undefined) return;
  cursor.warn(
    "iam/unknown-variable",
    `\`${text}\` is not a documented variable; did you mean \`${near}\`?`,
    span,
    {
      span,
      text: near,
    },
  );
}

/** Remembered: policies repeat the same few variables that are not documented. */
const nearOnes = new Map<string, string | undefined>();
const MAX_REMEMBERED = 1000;

function documentedNear(lower: string): string | undefined {
  if (nearOnes.has(lower)) return nearOnes.get(lower);
  const found = nearest(lower, documented, lower.startsWith("request.") ? 2 : 1);
  const near = found !== undefined && segments(found) === segments(lower) ? found : undefined;
  if (nearOnes.size < MAX_REMEMBERED) nearOnes.set(lower, near);
  return near;
}

function unknownRoot(cursor: Cursor, text: string, span: Span): void {
  const [root = "", ...rest] = text.split(".");
  const prefixed = ["request", "target"].find((one) => known.has(`${one}.${text.toLowerCase()}`));
  const near = rest.length === 0 ? undefined : nearest(root, ["request", "target"]);
  const word = text.length > 60 ? `${text.slice(0, 60)}…` : text;
  if (prefixed !== undefined) {
    const right = `${prefixed}.${text}`;
    cursor.error("iam/unknown-variable", `\`${word}\` is no variable; did you mean \`${right}\`?`, span, {
      span,
      text: right,
    });
  } else if (near === undefined) {
    cursor.error(
      "iam/unknown-variable",
      `\`${word}\` is no variable: those begin with \`request.\` or \`target.\`.`,
      span,
    );
  } else {
    const right = [near, ...rest].join(".");
    cursor.error("iam/unknown-variable", `\`${word}\` is no variable; did you mean \`${right}\`?`, span, {
      span,
      text: right,
    });
  }
}

/** Matching rules know five variables, and tags as `tag.<namespace>.<key>.value`. */
export function checkRuleVariable(cursor: Cursor, { text, hole, span }: Word): void {
  const lower = text.toLowerCase();
  if (ruleVariables.includes(lower)) return;
  if (hole !== "none") return;
  if (lower.startsWith("tag.")) {
    if (/^tag\.[^.]+\.[^.]+\.value$/.test(lower)) return;
    const right = `${text}.value`;
    if (/^tag\.[^.]+\.[^.]+$/.test(lower)) {
      cursor.error(
        "iam/tag-without-value",
        `A tag in a matching rule ends in \`.value\`: \`${right}\`.`,
        span,
        { span, text: right },
      );
    } else cursor.error("iam/unknown-variable", "A tag is written `tag.<namespace>.<key>.value`.", span);
    return;
  }
  const prefixed = ruleVariables.find((name) => name === `instance.${lower}`);
  const near = prefixed ?? nearest(lower, ruleVariables);
  const guess =
    near === undefined
      ? `: it knows ${ruleVariables.map((name) => `\`${name}\``).join(", ")} and tags.`
      : `; did you mean \`${near}\`?`;
  const word = text.length > 60 ? `${text.slice(0, 60)}…` : text;
  cursor.error(
    "iam/unknown-variable",
    `\`${word}\` is no variable of a matching rule${guess}`,
    span,
    near === undefined ? undefined : { span, text: near },
  );
}

/** What is compared with an id is accepted whatever it is, and matches nothing when it is not an OCID. */
export function checkRuleValue(cursor: Cursor, variable: Word, text: string, span: Span): void {
  if (!/\.id$/i.test(variable.text) || /^tag\./i.test(variable.text)) return;
  // Compared with nothing: whether there is one at all.
  if (text === "" || /^ocid1[.:][\w.:-]+$/i.test(text)) return;
  cursor.warn(
    "iam/not-an-ocid",
    `\`${text}\` is not an OCID, so \`${variable.text}\` never equals it.`,
    span,
  );
}

const regionName = /^[a-z]{2}-[a-z]+-\d$/i;

/** A condition is accepted whatever it compares with, and some values are never met. */
export function checkComparedValue(cursor: Cursor, variable: Word, compared: Value): void {
  if (compared.kind === "list") {
    for (const item of compared.items) checkComparedValue(cursor, variable, item);
    return;
  }
  if (compared.kind !== "string" || compared.hole !== "none" || looksLikeVariable(compared.text)) return;
  const { text, span } = compared;
  if (/^request\.region$/i.test(variable.text) && regionName.test(text))
    cursor.warn(
      "iam/region-name",
      `\`request.region\` holds the three letters of a region, such as \`IAD\`, and never \`${text}\`.`,
      span,
    );
  if (variable.hole === "none" && !/tag\./i.test(variable.text)) checkRuleValue(cursor, variable, text, span);
}

function segments(text: string): number {
  return text.split(".").length;
}

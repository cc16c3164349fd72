// The bootstrap text of nodes: what `user_data` holds, through encodings and cloud-init data sources. Takes the value, gives its state
// for the pool and the texts for those who read scripts.
import type { CloudInit } from "../../model/inventory/cluster.ts";
import type { Path, Place, Position } from "../../model/place.ts";
import { textFromBase64 } from "../../readers/shell/encoded-text.ts";
import type { Draft } from "../cloud/draft.ts";
import type { World } from "../cloud/world.ts";
import { blocks, decoded, get, readBoolean, textOf } from "../terraform/read-value.ts";
import type { Site } from "../terraform/site.ts";
import { refText, type Unknown, type Value } from "../terraform/value.ts";
import { positionIn, writtenIn } from "../terraform/value-places.ts";

/** One text of a node's bootstrap. */
export type BootstrapText = {
  /** Literal pieces in order; `null` stands for a piece that is not known. */
  readonly pieces: readonly (string | null)[];
  /** Canonical text of each `null`, in order: `oci_containerengine_cluster.c.endpoints[0].private_endpoint`. */
  readonly holes: readonly string[];
  /** Where an offset stands; offsets count the pieces joined, with one character for each `null`. Null when nobody wrote it there. */
  readonly at: (offset: number) => { readonly file: string; readonly position: Position } | null;
  /** Where a part was written that was put into the text from elsewhere. */
  readonly written?: (offset: number) => Place | null;
  /** `text/x-shellscript` and the like, of parts that state it. */
  readonly contentType?: string;
};

export type UserData = {
  /** Of the bootstrap entry to be made of it; the pool's `cloud_init.bootstrap` names it. */
  readonly id: string;
  /** Of the pool. */
  readonly pool: string;
  readonly address: string;
  readonly encoding?: "base64" | "plain";
  /** Empty when nothing of it is known. */
  readonly texts: readonly BootstrapText[];
};

export type Bootstrap = { readonly cloudInit: CloudInit; readonly texts: readonly BootstrapText[] };

/** The first of the paths that holds something counts. */
export function bootstrapOf(draft: Draft, world: World, paths: readonly Path[]): Bootstrap {
  draft.place(["cloud_init"], paths[0]!);
  let doubtful: Value | null = null;
  for (const path of paths) {
    const value = draft.value(...path);
    if (value.kind === "absent" || (value.kind === "known" && value.value === "")) continue;
    // Something above it is not known, so that it may be missing as well.
    if (
      value.kind === "unknown" &&
      (value.reason === "may be missing" || draft.value(...path.slice(0, -1)).kind === "unknown")
    ) {
      doubtful ??= value;
      continue;
    }
    draft.place(["cloud_init"], path);
    const { cloudInit, texts } = stated(value, world);
    const used = usedAt(draft.value(...path.slice(0, -1)), String(path.at(-1)));
    if (used && isFile(value)) draft.placeAt(["cloud_init", "encoding"], used);
    return { cloudInit: { ...cloudInit, ...cgroup2(texts) }, texts };
  }
  if (doubtful !== null) draft.doubt("cloud_init", doubtful);
  return { cloudInit: { state: doubtful === null ? "absent" : "unknown" }, texts: [] };
}

/** Whether it holds of the script, or of each that a condition chooses from; of one that may be missing or is not known it is asked without texts. */
export function everyScript(
  draft: Draft,
  world: World,
  paths: readonly Path[],
  holds: (texts: readonly BootstrapText[]) => boolean,
): boolean {
  if (holds(bootstrapOf(draft, world, paths).texts)) return true;
  const value = paths.map((path) => draft.value(...path)).find(({ kind }) => kind !== "absent");
  const choices = value?.kind === "unknown" ? (value.alternatives ?? []) : [];
  const textsOfEach = choices.map((one) => (one.kind === "absent" ? [] : stated(one, world).texts));
  return textsOfEach.length > 0 && textsOfEach.every(holds);
}

/** A file is not encoded where it is written, but where it is used. */
function isFile({ site }: Value): boolean {
  return site !== null && "source" in site && site.start === 0 && site.end === site.source.text.length;
}

function usedAt(holder: Value, name: string): Site | null {
  return holder.kind === "object" ? (holder.entries.get(name)?.site ?? null) : null;
}

/** A piece that is not known tells nothing when it stands alone on its line: it may be a script. Amid a line it is a value. */
function cgroup2(texts: readonly BootstrapText[]): { cgroup_2?: boolean } {
  if (texts.length === 0) return {};
  const all = texts.map(({ pieces }) => pieces.map((piece) => piece ?? UNKNOWN_PIECE).join("")).join("\n");
  if (/systemd\.unified_cgroup_hierarchy=(?:1|true|yes|on)\b/.test(all)) return { cgroup_2: true };
  return WHOLE_LINE.test(all) ? {} : { cgroup_2: false };
}

const UNKNOWN_PIECE = "\u0001";
const WHOLE_LINE = /^[^\S\n]*\u0001/m;

function stated(value: Value, world: World): Bootstrap {
  const parts = configParts(value, world);
  if (parts)
    return {
      cloudInit: {
        state: "stated",
        ...(parts.encoding && { encoding: parts.encoding }),
        ...(parts.packed ? {} : encodedSize(parts.texts)),
      },
      texts: parts.texts,
    };
  const inner = decoded(value);
  if (inner !== value) {
    const texts = configParts(inner, world)?.texts ?? textsOf(inner, world);
    const size = value.kind === "known" || isPacked(value) ? bytes(value) : encodedSize(texts);
    return { cloudInit: { state: "stated", encoding: "base64", ...size }, texts };
  }
  if (value.kind === "known") {
    const text = textFromBase64(String(value.value));
    if (text !== undefined) {
      return {
        cloudInit: { state: "stated", encoding: "base64", ...bytes(value) },
        texts: [{ pieces: [text], holes: [], at: () => positionIn(value, 0) }],
      };
    }
    return {
      cloudInit: { state: "stated", encoding: "plain", ...bytes(value) },
      texts: textsOf(value, world),
    };
  }
  const encodes =
    value.kind === "unknown" &&
    /^(?:base64encode|base64gzip|filebase64|textencodebase64)$/.test(value.call?.name ?? "");
  const texts = encodes ? [] : textsOf(value, world);
  const encoding = encodes ? "base64" : texts.length > 0 ? "plain" : undefined;
  return {
    cloudInit: {
      state: value.kind === "unknown" && maybeAbsent(value) ? "unknown" : "stated",
      ...(encoding && { encoding }),
    },
    texts,
  };
}

function maybeAbsent(value: Value): boolean {
  return value.kind === "unknown" && (value.alternatives ?? []).some(({ kind }) => kind === "absent");
}

function isPacked(value: Value): boolean {
  return value.kind === "unknown" && value.call?.name === "base64gzip";
}

/** What the known pieces take in base64, at the least. */
function encodedSize(texts: readonly BootstrapText[]): { bytes?: number } {
  const size = texts
    .flatMap(({ pieces }) => pieces)
    .reduce((sum, piece) => sum + Buffer.byteLength(piece ?? ""), 0);
  return size > 0 ? { bytes: Math.ceil(size / 3) * 4 } : {};
}

function bytes(value: Value): { bytes?: number } {
  return value.kind === "known" ? { bytes: Buffer.byteLength(String(value.value)) } : {};
}

function textsOf(value: Value, world: World, contentType?: string): readonly BootstrapText[] {
  const pieces = textOf(value);
  if (pieces === null) return [];
  const parts = value.kind === "unknown" ? (value.text ?? []) : [];
  const holes = parts.flatMap((part) => (part.kind === "unknown" ? [refText(asWritten(part, world))] : []));
  return [
    {
      pieces,
      holes,
      at: (offset) => positionIn(value, offset),
      written: (offset) => writtenIn(value, offset),
      ...(contentType !== undefined && { contentType }),
    },
  ];
}

/** The output of another root module says what it is: `endpoints[0].private_endpoint` rather than `endpoint`. */
function asWritten(part: Unknown, world: World): Value {
  const written = world.remote(part)?.value;
  return written?.kind === "unknown" ? written : part;
}

type ConfigParts = {
  readonly encoding: "base64" | "plain" | undefined;
  /** Packed texts take less room than they are long. */
  readonly packed: boolean;
  readonly texts: readonly BootstrapText[];
};

/** `data.cloudinit_config.x.rendered`, and its older name. */
function configParts(value: Value, world: World): ConfigParts | undefined {
  const reference = value.kind === "unknown" ? value.reference : undefined;
  const source =
    reference && reference.path.length === 1 && reference.path[0] === "rendered"
      ? world.at(reference.address)
      : undefined;
  if (!source || !/^(?:template_)?cloudinit_config$/.test(source.type)) return undefined;
  const encode = readBoolean(source.body, "base64_encode");
  const encoding =
    encode.kind === "unknown" ? undefined : encode.kind === "known" && !encode.value ? "plain" : "base64";
  const texts = blocks(source.body, "part").items.flatMap(({ body }) => {
    const type = get(body, ["content_type"]);
    return textsOf(
      decoded(get(body, ["content"])),
      world,
      type.kind === "known" ? String(type.value) : undefined,
    );
  });
  const gzip = readBoolean(source.body, "gzip");
  return { encoding, packed: !(gzip.kind === "known" && !gzip.value), texts };
}

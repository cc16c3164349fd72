// The parts of a MIME text, as cloud-init takes several scripts in one. Takes a text, gives each part with where its body stands.
// Knows nothing of what the parts say.

export type MimePart = {
  /** `text/x-shellscript`, in lower case. */
  readonly type: string;
  /** `base64`, `7bit` …, in lower case. */
  readonly encoding: string;
  /** Half-open offsets of the body. */
  readonly start: number;
  readonly end: number;
};

/** Parts inside parts. */
const MAX_NESTING = 4;
// Each line is matched in one way only (`[^\n]*` takes the `\r` too): with two ways, thirty lines would take minutes.
const HEADERS = /^(?:[ \t\r]*\n)*((?:[A-Za-z][\w-]*:[^\n]*\n(?:[ \t](?![ \t\r]*\n)[^\n]*\n)*)+)[ \t]*\r?\n/;
const MULTIPART = /^(?:[A-Za-z][\w-]*:[^\n]*\n(?:[ \t][^\n]*\n)*)*?Content-Type:[ \t]*multipart\//i;
const FOR_CLOUD_INIT =
  /^Content-Type:[ \t]*text\/(?:x-shellscript|cloud-config|cloud-boothook|part-handler|upstart-job|jinja2|x-include-url)/im;

/** Whether the beginning of a text shows MIME parts for cloud-init. */
export function isCloudInitMime(head: string): boolean {
  return MULTIPART.test(head.trimStart()) && FOR_CLOUD_INIT.test(head);
}

/** Nothing when the text has no parts. */
export function mimeParts(text: string): readonly MimePart[] {
  const parts: MimePart[] = [];
  if (/^Content-Type:[ \t]*multipart\//im.test(text)) collect(text, 0, text.length, 0, parts);
  return parts;
}

function collect(text: string, start: number, end: number, depth: number, into: MimePart[]): void {
  const found = HEADERS.exec(text.slice(start, end));
  if (found === null) return;
  const headers = found[1]!.replaceAll(/\r?\n[ \t]+/g, " ");
  const from = start + found[0].length;
  const type = /^Content-Type:[ \t]*([\w/.+-]+)/im.exec(headers)?.[1]?.toLowerCase() ?? "text/plain";
  const boundary = /^Content-Type:[^\n]*\bboundary=(?:"([^"\n]+)"|([^\s;]+))/im.exec(headers);
  if (!type.startsWith("multipart/")) {
    const encoding =
      /^Content-Transfer-Encoding:[ \t]*([\w-]+)/im.exec(headers)?.[1]?.toLowerCase() ?? "7bit";
    into.push({ type, encoding, start: from, end });
    return;
  }
  if (boundary === null || depth >= MAX_NESTING) return;
  const mark = `--${boundary[1] ?? boundary[2]!}`;
  let open: number | null = null;
  for (let at = from; at < end; ) {
    const newline = text.indexOf("\n", at);
    const next = newline === -1 || newline >= end ? end : newline + 1;
    const line = text.slice(at, next).trimEnd();
    if (line === mark || line === `${mark}--`) {
      if (open !== null) collect(text, open, at, depth + 1, into);
      open = line === mark ? next : null;
    }
    at = next;
  }
  if (open !== null) collect(text, open, end, depth + 1, into);
}

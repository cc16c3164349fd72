// Manifests of the repository that Terraform takes an object from: `templatefile("pod.yaml", …)`. Takes the documents that came of it, gives
// an answer for those of the repository.
import type { DataDocument } from "../../model/document.ts";

const TEMPLATE = /\.ya?ml(?:\.\w+)?$|\.(?:tftpl|tpl|tmpl)$/;

/** What Terraform fills in is not a second object besides what comes of it. */
export function filledIn(made: readonly DataDocument[]): (document: DataDocument) => boolean {
  const templates = made.filter(({ file }) => TEMPLATE.test(file));
  const [files, lines] = [new Set(templates.map(({ file }) => file)), new Set(templates.map(lineOf))];
  // Places are asked for only where they may matter: to find them, a document is read again.
  return (document) => files.has(document.file) && lines.has(lineOf(document));
}

/** Where the object begins. */
function lineOf(document: DataDocument): string {
  return `${document.file}:${document.locate([]).start.line}`;
}

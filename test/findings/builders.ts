// Test data for the findings stages: places, origins, judged findings, comments.
import type { Judged } from "../../src/findings/from-violations.ts";
import type { Comment, Json } from "../../src/model/document.ts";
import type { Finding, Origin, Violation } from "../../src/model/finding.ts";
import { aFinding, at } from "../builders.ts";

export function anOrigin(changes: Partial<Origin> = {}): Origin {
  return {
    file: "k8s/web.yaml",
    subject: "apps/Deployment default/web",
    title: 'Deployment "web"',
    locate: (path) => ({ place: at("k8s/web.yaml", 10 + path.length) }),
    path: ["spec", "template", "spec"],
    object: at("k8s/web.yaml", 1, 1, 1, 30),
    ...changes,
  };
}

export function aViolation(changes: Partial<Violation> = {}): Violation {
  return {
    rule: "host-path-volume",
    item: "w1",
    path: ["volumes", 0],
    facts: { volume: "data" },
    ...changes,
  };
}

/** A finding on one line of an object that begins on another. */
export function judged(line: number, objectLine: number, changes: Partial<Finding> = {}): Judged {
  const place = at(changes.place?.file ?? "k8s/web.yaml", line);
  return {
    finding: aFinding({ fingerprint: `f${line}`, place, ...changes }),
    object: at(place.file, objectLine, 1, 1, objectLine + 50),
  };
}

export function aComment(line: number, text: string, alone = false): Comment {
  return { text, alone, range: at("x", line, 3, 3 + text.length).range! };
}

/** A pod spec with containers of these names. */
export function podSpec(...names: readonly string[]): Json {
  return {
    spec: {
      containers: names.map((name) => ({ name, image: "x", ports: [{ containerPort: 80 }] })),
      list: ["a", "b"],
      bare: [{ x: 1 }, { x: 2 }],
    },
  };
}

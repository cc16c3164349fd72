// Where a Kubernetes object, or a part of one, stands. One is kept for every entry, so it holds nothing that can be worked out when asked.
import type { Json } from "../model/document.ts";
import type { Origin } from "../model/finding.ts";
import type { Path, Place, Related } from "../model/place.ts";
import { type FoundObject, placeIn, subjectOf, titleOf } from "./kubernetes.ts";

export class ObjectOrigin implements Origin {
  readonly #object: FoundObject;
  readonly #below: Path;
  readonly #workload: string | undefined;

  /** `below` leads from the object to the part; `workload` is the pod it belongs to. */
  constructor(object: FoundObject, below: Path, workload: string | undefined) {
    this.#object = object;
    this.#below = below;
    this.#workload = workload;
  }

  get file(): string {
    return this.#object.document.file;
  }

  get subject(): string {
    return subjectOf(this.#object);
  }

  get title(): string {
    return titleOf(this.#object);
  }

  get path(): Path {
    return [...this.#object.path, ...this.#below];
  }

  get value(): Json {
    return this.#object.document.value;
  }

  get object(): Place {
    return placeIn(this.#object, []);
  }

  get workload(): string {
    // The type leaves the field out where there is none; readers only compare it with undefined.
    return this.#workload as string;
  }

  part(path: Path): Origin {
    return new ObjectOrigin(this.#object, [...this.#below, ...path], this.#workload);
  }

  locate(path: Path): { readonly place: Place; readonly related?: readonly Related[] } {
    const below = [...this.#below, ...path];
    const written = this.#object.document.written?.([...this.#object.path, ...below]);
    if (!written) return { place: placeIn(this.#object, below) };
    return { place: written.place, related: [{ place: written.used, note: `used by ${this.subject}` }] };
  }
}

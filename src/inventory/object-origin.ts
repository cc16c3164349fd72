// Where a Kubernetes object, or a part of one, stands. One is kept for every entry, so it holds nothing that can be worked out when asked.
import type { Json } from "../model/document.ts";
import type { Origin } from "../model/finding.ts";
import type { Path, Place } from "../model/place.ts";
import { type FoundObject, placeIn, subjectOf, titleOf } from "./kubernetes.ts";
import { asWritten } from "./own-words.ts";
import type { PodRoot } from "./pod-roots.ts";

export class ObjectOrigin implements Origin {
  readonly #object: FoundObject;
  readonly #below: Path;
  readonly #workload: string | undefined;
  readonly #words: PodRoot["words"];
  readonly #inside: Path;

  /**
   * `below` leads from the object to the part; `workload` is the pod it belongs to. Where the part is a pod in words of its own, `inside`
   * leads on from it in the words of the API.
   */
  constructor(
    object: FoundObject,
    below: Path,
    workload: string | undefined,
    words?: PodRoot["words"],
    inside: Path = [],
  ) {
    this.#object = object;
    this.#below = below;
    this.#workload = workload;
    this.#words = words;
    this.#inside = inside;
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
    return [...this.#object.path, ...this.#written([])];
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
    return new ObjectOrigin(this.#object, this.#below, this.#workload, this.#words, [
      ...this.#inside,
      ...path,
    ]);
  }

  locate(path: Path): ReturnType<Origin["locate"]> {
    const below = this.#written(path);
    const written = this.#object.document.written?.([...this.#object.path, ...below]);
    const whole = this.#words && { path: [...this.#object.path, ...below] };
    if (!written) return { place: placeIn(this.#object, below), ...whole };
    return {
      ...whole,
      place: written.place,
      related: [{ place: written.used, note: `used by ${this.subject}` }],
    };
  }

  #written(path: Path): Path {
    return [...this.#below, ...asWritten([...this.#inside, ...path], this.#words)];
  }
}

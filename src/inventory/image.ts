// Container image references. Takes the text of an `image` field, gives its parts.

export type ImageReference = {
  readonly registry: string;
  /** With the registry, without tag and digest. */
  readonly repository: string;
  readonly tag: string;
  readonly digest: string;
};

/** A first segment names a registry when it has a dot, a port, or is `localhost`. */
export function imageReference(text: string): ImageReference {
  const [named = "", digest = ""] = text.split("@", 2);
  const slash = named.lastIndexOf("/");
  const colon = named.indexOf(":", slash + 1);
  const repository = colon === -1 ? named : named.slice(0, colon);
  const first = repository.includes("/") ? repository.slice(0, repository.indexOf("/")) : "";
  const registry = /[.:]/.test(first) || first === "localhost" ? first : "docker.io";
  return { registry, repository, tag: colon === -1 ? "" : named.slice(colon + 1), digest };
}

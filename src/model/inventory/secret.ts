// Credential-like values, without the values.
import type { Entry } from "./entry.ts";

export type SecretHolder = "Secret" | "SecretGenerator" | "ConfigMap" | "environment" | "argument";

/** A credential-like value in a manifest. The value itself never enters the inventory: `***` stands for it everywhere. */
export type SecretValue = Entry & {
  /** `id` of the object that holds it; empty where that is none of Kubernetes. */
  readonly object: string;
  /** Path of the value, or of the list it is part of, in the object. */
  readonly path: readonly (string | number)[];
  readonly holder: SecretHolder;
  readonly key: string;
  /** `public`: nothing that has to stay secret, a certificate for example. */
  readonly form: "literal" | "placeholder" | "encrypted" | "empty" | "reference" | "public";
  /** It stands in a folder of tests. */
  readonly in_tests: boolean;
};

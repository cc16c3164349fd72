// Other resources of the cloud that rules ask about.
import type { Entry, Ref } from "./entry.ts";

export type KmsKey = Entry & {
  readonly algorithm?: string;
  /** Bytes. */
  readonly length?: number;
  readonly protection_mode?: string;
  readonly prevent_destroy: boolean;
};
export type Log = Entry & {
  readonly log_type?: string;
  readonly service?: string;
  readonly category?: string;
  readonly resource?: Ref;
  readonly enabled?: boolean;
};
export type Vtap = Entry & { readonly vcn?: Ref };
export type Database = Entry & { readonly subnet?: Ref };
export type Alarm = Entry & { readonly namespace?: string };
export type Bastion = Entry & { readonly subnet?: Ref };
export type Compartment = Entry & {
  readonly parent?: Ref;
  readonly path?: readonly string[];
  /** `ref`s from the parent up to the root, as far as they are known. */
  readonly ancestors: readonly string[];
  readonly ancestors_known: boolean;
};

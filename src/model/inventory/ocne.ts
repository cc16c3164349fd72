// Files and commands of Oracle Cloud Native Environment.
import type { Json } from "../document.ts";
import type { Entry, Version } from "./entry.ts";

/** One OCNE cluster configuration, defaults file, Ignition or Kickstart file. `value` holds only what rules ask for: nothing secret. */
export type OcneFile = Entry & {
  readonly kind: "cluster" | "defaults" | "ignition" | "kickstart";
  readonly file: string;
  readonly value: Json;
  /** Template: absence proves nothing. */
  readonly partial: boolean;
  /** Unknown keys with the nearest known one, per level; `nearest` is empty where none is near. */
  readonly unknown_keys: readonly {
    readonly path: readonly (string | number)[];
    readonly key: string;
    readonly nearest: string;
    /** A key that only the other kind of file has. */
    readonly elsewhere: boolean;
  }[];
  /** What `password` holds, when it holds anything that is known. */
  readonly password?: "hash" | "plain";
  /** Networks and addresses, each as CIDR (`/32` or `/128` for an address), by what they are for; defaults are not among them. */
  readonly networks: readonly OcneNetwork[];
  /** Version-like values with their spelling. */
  readonly versions: readonly {
    readonly path: readonly (string | number)[];
    readonly text: string;
    readonly version: Version;
    readonly number: boolean;
  }[];
  /** Local files that it names; `candidates` are the paths in the repository that are meant. */
  readonly references: readonly {
    readonly path: readonly (string | number)[];
    readonly text: string;
    readonly candidates: readonly string[];
  }[];
  /** Credentials found in it: where and of what kind, never what they are. */
  readonly secrets: readonly {
    readonly path: readonly (string | number)[];
    readonly what: string;
    readonly target: string;
  }[];
  /** Addresses that it is served from or fetches from, without user and query. */
  readonly urls: readonly OcneUrl[];
};

export type OcneNetwork = {
  readonly role: "pods" | "services" | "virtual-ip" | "load-balancer" | "no-proxy";
  readonly path: readonly (string | number)[];
  readonly cidr: string;
};

/** `host` is absent when it cannot be known. */
export type OcneUrl = {
  readonly path: readonly (string | number)[];
  readonly what: string;
  readonly scheme: string;
  readonly host?: string;
};

/** A call of `ocne` in a script, or a command that prepares a join (`kubeadm token create`). */
export type OcneCommand = Entry & {
  readonly file: string;
  /** Key of its script, and its position there. */
  readonly script: string;
  readonly index: number;
  /** `cluster start`, `image create`, …; empty for other programs. */
  readonly verb: string;
  /** By long name; `null` where the value is not known, `true` for a switch. */
  readonly flags: { readonly [flag: string]: string | true | null };
  /** False when some argument is unknown, so that a flag may stand there that is not in `flags`. */
  readonly complete: boolean;
  /** Where its standard output goes. */
  readonly output: "file" | "pipe" | "captured" | "terminal";
  /** `--config`: the `ocne` entry that it leads to, the paths that may be meant, and whether the script may make it before. */
  readonly config?: {
    readonly text: string;
    readonly id?: string;
    readonly candidates: readonly string[];
    readonly generated: boolean;
  };
  readonly version?: Version;
  /** `token`, `certificates`: it makes what a joining node needs. */
  readonly prepares: readonly string[];
  readonly urls: readonly OcneUrl[];
};

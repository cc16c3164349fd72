// What a file of OCNE gives to rules: the part of its inventory entry that follows from what stands in it. Plain data.
import type { OcneFile } from "../../model/inventory/ocne.ts";

export type OcneContent = Pick<
  OcneFile,
  | "value"
  | "unknown"
  | "partial"
  | "unknown_keys"
  | "password"
  | "networks"
  | "versions"
  | "references"
  | "secrets"
  | "urls"
>;

/** For files that have few of these parts. */
export const NO_CONTENT: OcneContent = {
  value: {},
  unknown: {},
  partial: false,
  unknown_keys: [],
  networks: [],
  versions: [],
  references: [],
  secrets: [],
  urls: [],
};

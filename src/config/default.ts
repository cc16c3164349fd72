// The configuration of a repository that has none.
import type { Config } from "../model/request.ts";

/** Name of the configuration file in the root. */
export const configFileName = ".oke-policy.yaml";

export const defaultConfig: Config = {
  file: null,
  nodes: "auto",
  asOf: "latest",
  failOn: "error",
  unreadable: "error",
  targets: [],
  include: ["**"],
  exclude: [],
  rules: {},
  varFiles: [],
  externalCidrs: [],
  markdownStatements: false,
  trustPullRequest: false,
};

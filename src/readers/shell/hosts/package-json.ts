// package.json: its scripts. Takes a document, gives one script each.
import type { HostReader } from "../hosted-script.ts";
import { baseName, entriesOf, isObject } from "./json.ts";

export const packageScripts: HostReader = ({ file, value }) => {
  if (baseName(file) !== "package.json" || !isObject(value)) return undefined;
  return entriesOf(value["scripts"]).flatMap(([name, script]) =>
    typeof script === "string"
      ? [{ host: `package.json:${name}`, lines: [{ path: ["scripts", name] }] }]
      : [],
  );
};

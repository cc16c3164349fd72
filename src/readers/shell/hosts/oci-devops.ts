// OCI DevOps build and command specifications: `steps[].command`. Takes a document, gives its scripts.
import type { HostedScript, HostReader } from "../hosted-script.ts";
import { baseName, entriesOf, isObject, itemsOf, literalVariables, textOf } from "./json.ts";

export const ociDevopsScripts: HostReader = ({ file, value }) => {
  if (!isObject(value) || !Array.isArray(value["steps"])) return undefined;
  const component = textOf(value["component"]);
  const hasCommand = value["steps"].some((step) => isObject(step) && step["type"] === "Command");
  const named = /^(?:build|command)[-_]?spec[\w.-]*\.ya?ml$/.test(baseName(file));
  if (component !== "build" && component !== "command" && !(named && hasCommand)) return undefined;
  const env = isObject(value["env"]) ? value["env"] : {};
  const variables = literalVariables(env["variables"], () => false);
  // Names only: their values come at run time.
  for (const name of [
    ...entriesOf(env["vaultVariables"]).map(([key]) => key),
    ...itemsOf(env["exportedVariables"]),
  ])
    if (typeof name === "string") variables[name] = null;
  const scripts: HostedScript[] = [];
  itemsOf(value["steps"]).forEach((step, index) => {
    if (!isObject(step)) return;
    const name = textOf(step["name"]) ?? String(index + 1);
    const script = { host: `devops:${name}`, job: "devops", variables };
    if (typeof step["command"] === "string")
      scripts.push({ ...script, lines: [{ path: ["steps", index, "command"] }] });
    itemsOf(step["onFailure"]).forEach((action, at) => {
      if (isObject(action) && typeof action["command"] === "string")
        scripts.push({ ...script, lines: [{ path: ["steps", index, "onFailure", at, "command"] }] });
    });
  });
  return scripts;
};

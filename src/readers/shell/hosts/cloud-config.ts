// cloud-config: `runcmd`, `bootcmd` and the scripts that `write_files` leaves on the node. Takes a document, gives its scripts.
import type { Json } from "../../../model/document.ts";
import { isCloudConfig, isShellScript } from "../../../model/first-line.ts";
import { isCloudInitMime } from "../../../model/mime.ts";
import { isTerraformFile } from "../../../model/terraform-file.ts";
import { textFromBase64 } from "../encoded-text.ts";
import type { HostedLine, HostedScript, HostReader } from "../hosted-script.ts";
import { buildMappedText, maskBetween, UNKNOWN } from "../mapped-text.ts";
import { isObject, itemsOf, textOf } from "./json.ts";
import { isUnit, unitCommands } from "./systemd.ts";

const KEYS = [
  "runcmd",
  "bootcmd",
  "write_files",
  "cloud_final_modules",
  "packages",
  "yum_repos",
  "apt",
  "users",
];

/** As cloud-init spells it. `gzip` alone takes bytes, which YAML writes in base64 (`!!binary`). */
const ENCODED = /^(?:b64|base64|gz|gzip|gz\+b64|gz\+base64|gzip\+b64|gzip\+base64)$/i;

export const cloudConfigScripts: HostReader = ({ file, value }, text) => {
  if (!isObject(value)) return undefined;
  const marked =
    isCloudConfig(text) ||
    isCloudInitMime(text) ||
    // Nothing else of Terraform's files is read as YAML.
    isTerraformFile(file);
  const shaped =
    Array.isArray(value["runcmd"]) &&
    !("apiVersion" in value) &&
    KEYS.some((key) => key !== "runcmd" && key in value);
  if (!marked && !shaped) return undefined;
  const scripts: HostedScript[] = [];
  const mask = (script: Parameters<NonNullable<HostedScript["mask"]>>[0]) =>
    maskBetween(script, "{{", "}}", () => UNKNOWN);
  for (const key of ["bootcmd", "runcmd"]) {
    const lines = itemsOf(value[key]).flatMap((item: Json, index): HostedLine[] => {
      if (typeof item === "string") return [{ path: [key, index] }];
      return Array.isArray(item) ? [{ words: item.map((_, word) => [key, index, word]) }] : [];
    });
    if (lines.length > 0) scripts.push({ host: "cloud-init", lines, mask });
  }
  itemsOf(value["write_files"]).forEach((file, index) => {
    if (!isObject(file)) return;
    const written = textOf(file["content"]) ?? "";
    const at = ["write_files", index, "content"];
    const decoded = ENCODED.test(textOf(file["encoding"]) ?? "") ? textFromBase64(written) : undefined;
    const content = decoded ?? ("encoding" in file ? "" : written);
    const isScript =
      isShellScript(content) ||
      (/\.(?:ba)?sh$/.test(textOf(file["path"]) ?? "") && content !== "" && !content.startsWith("#!"));
    if (decoded === undefined && !isScript && isUnit(content))
      scripts.push({
        ...{ host: "cloud-init", lines: [{ path: at }] },
        mask: (unit) => unitCommands(mask(unit)) ?? buildMappedText("").done(),
      });
    if (!isScript) return;
    if (decoded === undefined) scripts.push({ host: "cloud-init", lines: [{ path: at }], mask });
    else scripts.push({ host: "cloud-init", lines: [{ decoded, at }], decoded: true });
  });
  return scripts;
};

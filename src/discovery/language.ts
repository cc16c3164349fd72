// Takes a file's name and, where that does not settle it, its first characters; gives the language. Opens nothing.
import { isCloudConfig, isShellScript } from "../model/first-line.ts";
import { isCloudInitMime } from "../model/mime.ts";
import type { Language } from "../model/source.ts";
import { varFile } from "../model/var-file.ts";
import { isMostlyStatements } from "./statement-lines.ts";

/** How much of a file `languageOf` wants to see, in characters. */
export const headLength = 64 * 1024;

/** What the name alone says: a language for certain, or `look` where the content decides. */
export function languageByName(file: string): Language | "look" {
  const name = file.slice(file.lastIndexOf("/") + 1);
  const exact = exactNames.get(name);
  if (exact !== undefined) return exact;
  for (const [language, pattern] of namePatterns) if (pattern.test(name)) return language;
  if (varFile(name) !== null) return "tfvars";
  const ending = endingOf(name);
  if (templateEndings.has(ending)) return languageOfTemplate(name.slice(0, -ending.length - 1));
  return endings.get(ending) ?? (irrelevantEndings.has(ending) ? "unknown" : "look");
}

/** `head` is the beginning of the text, at least its first lines. */
export function languageOf(file: string, head: string): Language {
  const named = languageByName(file);
  return named === "look" ? languageByContent(file, head) : named;
}

/** A template is named after what it makes: `web.yaml.tpl`. */
function languageOfTemplate(inner: string): Language | "look" {
  const language = endings.get(endingOf(inner));
  return language === "yaml" || language === "json" || language === "shell" ? language : "look";
}

/** What the beginning of the text says, where the name says nothing. */
export function languageByContent(file: string, head: string): Language {
  const ending = endingOf(file.slice(file.lastIndexOf("/") + 1));
  const start = head.trimStart();
  if (isShellScript(head)) return "shell";
  if (bootMenu.test(head)) return "kickstart";
  if (head.startsWith("#!")) return "unknown";
  if (isCloudConfig(start)) return "yaml";
  if (isCloudInitMime(start)) return "mime";
  if (ending === "policy" || ending === "iam") return languageOfStatements(start);
  // For those who name the file: Terraform's `file()`, `kubectl create secret --from-file`.
  if (ending === "env" || /(?:^|\/)\.env(?:\.[\w-]+)?$/.test(file)) return "text";
  if (ending === "" && start.startsWith("-----BEGIN ")) return "text";
  if (ending === "pem" || ending === "key") return start.startsWith("-----BEGIN ") ? "text" : "unknown";
  if (ending === "hcl") return terragruntLines.test(head) ? "hcl" : "unknown";
  // Small tables may be what Terraform makes rules of; large ones are data.
  if (ending === "csv") return head.length < headLength ? "text" : "unknown";
  if (ending === "groovy")
    return /^[ \t]*(?:pipeline|node)\b[^\n]*\{/m.test(head) ? "jenkinsfile" : "unknown";
  if (kickstartLines.test(head) && !/^\s*<\?xml/.test(head)) return "kickstart";
  if (/^apiVersion:\s/m.test(head) && /^kind:\s/m.test(head)) return "yaml";
  if (ending === "txt" || ending === "")
    return isMostlyStatements(head) ? "iam" : ending === "txt" ? "text" : "unknown";
  // What a template makes is known to those who fill it in.
  return templateEndings.has(ending) ? "text" : "unknown";
}

/** Other programs name files `.policy` too: SELinux and polkit in XML, Java in blocks, AWS in JSON. */
function languageOfStatements(start: string): Language {
  if (start.startsWith("<") || /^grant\b[^\n]*\{/m.test(start)) return "unknown";
  return start.startsWith("{") || start.startsWith("[") ? "json" : "iam";
}

function endingOf(name: string): string {
  const dot = name.lastIndexOf(".");
  return dot < 0 ? "" : name.slice(dot + 1).toLowerCase();
}

/** What a configuration of Terragrunt begins its blocks with; other programs write HCL too. */
const terragruntLines =
  /^(?:inputs\s*=|(?:locals|include|dependency|dependencies|unit|stack|terraform)\b[^=\n]*\{)/m;
const kickstartLines = /^(?:ostreesetup|ostreecontainer|%packages|bootloader)(?:\s|$)/m;

/** What a menu of GRUB, PXELINUX or iPXE hands to an installation; lines like those of a Kickstart file. */
const bootMenu =
  /^[ \t]*(?:linux(?:efi|16)?|kernel|append|options)[ \t][^\n]{0,4000}\b(?:inst\.ks|ignition\.config\.url)=/im;

const exactNames: ReadonlyMap<string, Language> = new Map<string, Language>([
  ["Makefile", "makefile"],
  ["makefile", "makefile"],
  ["GNUmakefile", "makefile"],
  ["justfile", "justfile"],
  ["Justfile", "justfile"],
  [".justfile", "justfile"],
  ["Kustomization", "yaml"],
  [".envrc", "shell"],
  [".bashrc", "shell"],
  [".bash_profile", "shell"],
  [".bash_aliases", "shell"],
  [".profile", "shell"],
  ["ks.cfg", "kickstart"],
  ["anaconda-ks.cfg", "kickstart"],
]);

const namePatterns: readonly (readonly [Language, RegExp])[] = [
  ["makefile", /^(?:GNU)?[Mm]akefile\.(?!j2$|tpl$|tmpl$|md$|txt$)[\w-]+$/],
  ["jenkinsfile", /^Jenkinsfile(?:[.\-_][\w.-]+)?$|\.[Jj]enkinsfile$/],
  ["unknown", /^\.terraform\.lock\.hcl$|\.(?:pkr|pkrvars|nomad|tftest|tfquery|tflint)\.hcl$/],
  ["hcl", /\.(?:tfcomponent|tfstack|tfdeploy)\.hcl$/],
  [
    "dockerfile",
    /^(?:Dockerfile|Containerfile)(?:[.\-_](?!j2$|tpl$|tmpl$|md$|txt$|sh$|ya?ml$|json$)[\w.-]+)?$|\.(?:[Dd]ockerfile|[Cc]ontainerfile)$/,
  ],
  ["tiltfile", /^Tiltfile(?:[.\-_][\w.-]+)?$|\.[Tt]iltfile$/],
];

const endings: ReadonlyMap<string, Language> = new Map<string, Language>([
  ["yaml", "yaml"],
  ["yml", "yaml"],
  ["json", "json"],
  ["ign", "json"],
  // Butane, from which Ignition files are made.
  ["bu", "yaml"],
  ["butane", "yaml"],
  ["fcc", "yaml"],
  ["tf", "hcl"],
  ["tofu", "hcl"],
  ["sh", "shell"],
  ["bash", "shell"],
  ["zsh", "shell"],
  ["ksh", "shell"],
  // PowerShell, of which plain calls are read.
  ["ps1", "shell"],
  ["mk", "makefile"],
  ["just", "justfile"],
  ["ks", "kickstart"],
  ["service", "unit"],
  ["md", "markdown"],
  ["markdown", "markdown"],
  ["mdx", "markdown"],
]);

const templateEndings: ReadonlySet<string> = new Set([
  "tpl",
  "tmpl",
  "j2",
  "jinja",
  "jinja2",
  "tftpl",
  "gotmpl",
  "template",
]);

/** Files that need not be opened to know that nothing in them is read. Anything else is looked at. */
const irrelevantEndings: ReadonlySet<string> = new Set(
  (
    "7z a adoc ai apk avi avif bak bin bmp bz2 c cc class cjs cpp crt cs css cts cur dart db deb der dll dmg doc docx ds_store dylib " +
    "eot ex exe exs flac fs gem gif go gz h heic hpp hrl htm html ico ipynb iso jar java jpeg jpg js jsonl jsonc jsx kt kts less lock " +
    "log lua m m4a map mjs mov mp3 mp4 mts node o odt ogg otf p12 pdf pfx php pl plist png ppt pptx psd pub py pyc pyi qcow2 r rar rb rego " +
    "rpm rs rst sass scala scss so sql sqlite sum svelte svg swift swp tar tfplan tfstate tgz tif tiff toml ts tsv tsx ttf vmdk vue wasm wav " +
    "webm webp whl woff woff2 xls xlsx xml xz zig zip zst"
  ).split(" "),
);

// A Kickstart file as an inventory entry. Takes a document, gives its commands with the options that rules ask for; passwords and other
// values stay out: of them only is kept how they are written.
import type { Json, KickstartDocument } from "../../model/document.ts";
import type { OcneUrl } from "../../model/inventory/ocne.ts";
import { own } from "../../model/own.ts";
import { NO_CONTENT, type OcneContent } from "./content.ts";
import { isHash, isOpen } from "./open-text.ts";
import { urlOf } from "./url.ts";

type KickstartCommand = KickstartDocument["commands"][number];

/** Options whose values are kept. Of all others only that they are there. */
const KEPT = new Set(["osname", "ref", "remote", "label", "enabled", "disabled", "fstype"]);
const KEPT_KERNEL = new Set([
  "ignition.platform.id",
  "ignition.firstboot",
  "rd.neednet",
  "ip",
  "rw",
  "selinux",
  "enforcing",
]);
/** Commands that carry a password, with the option that holds it; of `rootpw` and `sshpw` it is an argument. */
const PASSWORDS: Readonly<Record<string, string>> = {
  user: "password",
  bootloader: "password",
  rootpw: "",
  sshpw: "",
};
const PASSPHRASES = new Set(["part", "partition", "autopart", "logvol", "raid", "volgroup"]);
const MOUNTED = new Set(["part", "partition", "logvol", "raid"]);

export function kickstartContent(document: KickstartDocument): OcneContent {
  const { commands, sections } = document;
  return {
    ...NO_CONTENT,
    value: {
      commands: commands.map(commandValue),
      // Scripts of the installation may bring what the commands do not.
      writes_ignition: sections.some(({ body }) => /\bignition\b/i.test(body) || /\.ign\b/.test(body)),
      includes:
        commands.some(({ name }) => name === "%include") || sections.some(({ name }) => /^pre/.test(name)),
    },
    partial: commands.some(({ text }) => /^\s*(?:\{\{|\{%|<%)/.test(text)),
    secrets: commands.flatMap((command, index) =>
      secretsOf(command).map((what) => ({ path: ["commands", index], what, target: command.name })),
    ),
    urls: commands.flatMap(urlsOf),
  };
}

function commandValue(command: KickstartCommand): Json {
  const { name, options, args } = command;
  const append = options["append"];
  return {
    name,
    options: Object.fromEntries(
      Object.entries(options).flatMap(([key, value]) =>
        KEPT.has(key) && value === "" ? [] : [[key, optionValue(key, value)]],
      ),
    ),
    ...(MOUNTED.has(name) && args[0] !== undefined && { mount: args[0] }),
    ...(name === "bootloader" && { kernel: typeof append === "string" ? kernelArguments(append) : {} }),
    names_ock: [options["url"], options["ref"], options["osname"]].some(
      (value) => typeof value === "string" && /(?:^|[/:_-])ock(?:$|[/:_.-])/.test(value),
    ),
    // Something fills in words of its own: what is missing may be among them.
    open:
      typeof append === "string" && append.split(/\s+/).some((word) => isOpen(word) && !word.includes("=")),
  };
}

/** `""` stands for a value that is not known or not shown. */
function optionValue(key: string, value: string | true): Json {
  if (value === true) return true;
  return KEPT.has(key) && !isOpen(value) ? value : "";
}

function kernelArguments(append: string): { readonly [key: string]: Json } {
  const words = append.split(/\s+/).filter((word) => word !== "");
  return Object.fromEntries(
    words.flatMap((word): (readonly [string, Json])[] => {
      // Nothing behind the sign is as good as nothing.
      if (/^(?:ignition\.|rd\.neednet)[\w.]*=$/.test(word)) return [];
      const equals = word.indexOf("=");
      const [name, value] = equals === -1 ? [word, ""] : [word.slice(0, equals), word.slice(equals + 1)];
      if (name === "ignition.config.url") return [[name, urlOf(value, "ignition", [])?.scheme ?? ""]];
      return [[isOpen(name) ? "" : name, KEPT_KERNEL.has(name) && !isOpen(value) ? value : ""]];
    }),
  );
}

/** A report may not quote it: a password, hashed or not, or an address with credentials. */
export function holdsSecret({ name, options, text }: KickstartCommand): boolean {
  return Object.hasOwn(PASSWORDS, name) || options["passphrase"] !== undefined || /:\/\/[^/\s]*@/.test(text);
}

function secretsOf({ name, options, args }: KickstartCommand): string[] {
  const found: string[] = [];
  const passphrase = options["passphrase"];
  if (PASSPHRASES.has(name) && typeof passphrase === "string" && !isOpen(passphrase))
    found.push("passphrase");
  const holder = own(PASSWORDS, name);
  if (holder === undefined) return found;
  // Words behind an option that takes no value, as a reader may have bound them to it.
  const loose = [options["plaintext"], options["lock"]].find((value) => typeof value === "string");
  const password = holder === "" ? (args[0] ?? loose) : options[holder];
  if (typeof password !== "string" || password === "" || isOpen(password)) return found;
  const hashed = options["iscrypted"] !== undefined || isHash(password);
  return hashed ? found : [...found, "password"];
}

function urlsOf({ name, options, text }: KickstartCommand, index: number): OcneUrl[] {
  const path = ["commands", index];
  if (BOOT_LINE.test(text)) return bootUrls(text, path);
  const { url, append } = options;
  const own = name === "ostreesetup" && typeof url === "string" ? urlOf(url, "ostree", path) : undefined;
  return [...(own === undefined ? [] : [own]), ...(typeof append === "string" ? bootUrls(append, path) : [])];
}

/** A line of GRUB, PXELINUX or iPXE that gives the kernel its arguments. */
export const BOOT_LINE = /^\s*(?:linux(?:efi|16)?|kernel|append|options)\s/i;

/** Addresses among kernel arguments. */
export function bootUrls(text: string, path: OcneUrl["path"]): OcneUrl[] {
  return [...text.matchAll(/(?:^|[\s"'=,])(ignition\.config\.url|inst\.ks)=([^\s"',]+)/g)].flatMap(
    ([, name, url]) => {
      return urlOf(url!, name === "inst.ks" ? "kickstart" : "ignition", path) ?? [];
    },
  );
}

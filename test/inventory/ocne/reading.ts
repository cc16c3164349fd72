// What OCNE's part of the inventory holds for files given as texts.
import type { OcneCommand, OcneFile } from "../../../src/model/inventory/ocne.ts";
import { type Files, inventoryOf } from "../../texts.ts";

export async function kindsOf(files: Files): Promise<readonly string[]> {
  return (await inventoryOf(files)).ocne.map(({ file, kind }) => `${file} ${kind}`);
}

export async function fileOf(text: string, name = "cluster.yaml"): Promise<OcneFile> {
  return (await inventoryOf({ [name]: text })).ocne[0]!;
}

export async function callsOf(script: string, more: Files = {}): Promise<readonly OcneCommand[]> {
  return (await inventoryOf({ "run.sh": `#!/bin/sh\n${script}\n`, ...more })).ocne_commands;
}

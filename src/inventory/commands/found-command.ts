// A command as the inventory lists it, with the script's own text of it and what was read from its words.
import type { Command, ScriptDocument } from "../../model/document.ts";
import type { ScriptCommand } from "../../model/inventory/script.ts";
import type { Parsed } from "./parse.ts";

export type FoundCommand = {
  readonly entry: ScriptCommand;
  readonly command: Command;
  readonly parsed: Parsed | undefined;
  readonly script: ScriptDocument;
};

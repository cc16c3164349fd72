// Tasks of Ansible: plays, blocks and handlers opened up. Takes a document's value, gives the settings of each call of a module; knows no
// module.
import type { Json } from "../model/document.ts";
import type { Path } from "../model/place.ts";
import { elements, isObject } from "./kubernetes.ts";

/** `module` as it is written; `path` leads to the settings. */
export type ModuleCall = {
  readonly module: string;
  readonly path: Path;
  readonly settings: { readonly [key: string]: Json };
};

const TASKS = ["pre_tasks", "tasks", "post_tasks", "handlers", "block", "rescue", "always"];
const MAX_DEPTH = 20;

/** Calls of modules whose name fits; none in a document that is no list. */
export function moduleCalls(value: Json, module: RegExp): readonly ModuleCall[] {
  return Array.isArray(value) ? inTasks(value, [], module, 0) : [];
}

function inTasks(list: readonly Json[], path: Path, module: RegExp, depth: number): readonly ModuleCall[] {
  if (depth > MAX_DEPTH) return [];
  return list.flatMap((task, index): readonly ModuleCall[] => {
    if (!isObject(task)) return [];
    const here = [...path, index];
    const own = Object.entries(task).flatMap(([key, settings]) =>
      module.test(key) && isObject(settings) ? [{ module: key, path: [...here, key], settings }] : [],
    );
    return [
      ...own,
      ...TASKS.flatMap((key) => inTasks(elements(task[key]), [...here, key], module, depth + 1)),
    ];
  });
}

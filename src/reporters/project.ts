// Where the project lives: what reports link to. Takes rule ids, gives addresses.
import { urlPath } from "./escape.ts";

export const projectUrl = "https://github.com/oke-policy/oke-policy";

/** The documentation page of a rule. */
export function ruleUrl(rule: string): string {
  return `${projectUrl}/blob/main/docs/rules/${urlPath(rule)}.md`;
}

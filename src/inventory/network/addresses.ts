// IPv4 blocks that a network may state as one text or as a list. Takes a draft and both attribute names, gives `cidrs`.
import type { Draft } from "../cloud/draft.ts";

export function addressesOf(draft: Draft, one: string, many: string): { readonly cidrs?: readonly string[] } {
  const single = draft.value(one);
  const list = draft.value(many);
  if (
    single.kind === "absent" ||
    (list.kind !== "absent" && !(list.kind === "list" && list.items.length === 0))
  ) {
    const { cidrs } = draft.strings("cidrs", many);
    if (single.kind === "unknown") draft.doubt("cidrs", single);
    // Written nowhere: the cloud decides, or another attribute does.
    return cidrs && cidrs.length > 0 ? { cidrs } : {};
  }
  return draft.strings("cidrs", one);
}

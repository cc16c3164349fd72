// Where custom resources ask that load balancers of their Services keep the addresses of clients. Takes an object's value, gives paths.
import type { Json } from "../model/document.ts";
import type { Path } from "../model/place.ts";
import { isAnotherObject, OF_OTHERS, searchInside } from "./search-inside.ts";

const FIELD = "externalTrafficPolicy";
/** Values of charts and schemas are looked at elsewhere or not at all. */
const PASSED_OVER = new Set([...OF_OTHERS, "valuesInline", "patches"]);
const MAX_DEPTH = 12;

export function keptAddresses(value: Json): readonly Path[] {
  const found: Path[] = [];
  searchInside(value, {
    passedOver: PASSED_OVER,
    maxDepth: MAX_DEPTH,
    visit: (fields, path) => {
      // It speaks for itself.
      if (isAnotherObject(fields, path)) return false;
      if (fields[FIELD] === "Local") found.push([...path, FIELD]);
      return true;
    },
  });
  return found;
}

// Compares positions for tests: negative when the first comes earlier in the text.
import type { Position } from "../../../src/model/place.ts";

export function comparePositions(a: Position, b: Position): number {
  return a.line - b.line || a.column - b.column;
}

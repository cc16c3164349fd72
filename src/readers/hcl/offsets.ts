// Gives a tree other offsets. Takes a tree and what each offset becomes, gives a copy.
export function relocated<T>(tree: T, to: (offset: number) => number): T {
  if (Array.isArray(tree)) return tree.map((one) => relocated(one, to)) as T;
  if (tree === null || typeof tree !== "object") return tree;
  const entries = Object.entries(tree).map(([name, value]) => [
    name,
    name === "start" || name === "end" ? to(value) : relocated(value, to),
  ]);
  return Object.fromEntries(entries) as T;
}

// How the cost of some work grows with its size, in CPU time: other programs may use the machine, and no test waits for a clock.

/** Below this the clock and the collector of garbage say more than the work. */
const LEAST_MS = 10;

/** CPU time for the large size in units of that for the small one, each the least of three rounds. A first round warms up. */
export function growth<T>(
  make: (size: number) => T,
  work: (made: T) => unknown,
  sizes: readonly [number, number],
): number {
  const [small, large] = sizes.map(make) as [T, T];
  work(small);
  return (
    leastCost(() => work(large)) /
    Math.max(
      leastCost(() => work(small)),
      LEAST_MS,
    )
  );
}

/** CPU milliseconds of this process alone, the least of three rounds. */
export function leastCost(work: () => unknown): number {
  return Math.min(
    ...[0, 1, 2].map(() => {
      const started = process.cpuUsage();
      work();
      const { user, system } = process.cpuUsage(started);
      return (user + system) / 1000;
    }),
  );
}

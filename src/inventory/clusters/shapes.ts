// VNICs of compute shapes. Takes a shape and its OCPUs, gives how many VNICs it can have, or nothing when the table cannot say.
import table from "../../../policies/data/shapes.json" with { type: "json" };

type Shape = {
  readonly vnics?: number;
  readonly per_ocpu?: number;
  readonly min?: number;
  readonly max?: number;
  readonly steps?: Readonly<Record<string, number>>;
};

const SHAPES: Readonly<Record<string, Shape | undefined>> = table.shapes;

export function vnicsOf(shape: string, ocpus: number | undefined): number | undefined {
  const found = Object.hasOwn(SHAPES, shape) ? SHAPES[shape] : undefined;
  if (found?.vnics !== undefined) return found.vnics;
  if (ocpus === undefined || found === undefined) return undefined;
  if (found.steps) return found.steps[String(ocpus)];
  return Math.min(found.max!, Math.max(found.min!, found.per_ocpu! * Math.floor(ocpus)));
}

/** Whether the number of VNICs depends on the OCPUs. */
export function isFlexible(shape: string): boolean {
  return Object.hasOwn(SHAPES, shape) && SHAPES[shape]?.vnics === undefined;
}

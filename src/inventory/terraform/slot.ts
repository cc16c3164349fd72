// Values that are computed when somebody first asks for them, and that may ask for themselves on the way. Takes the slots of a kind and a
// key, gives the value; what a cycle means is for the caller.

export type Slot<Value> = { value: Value | null; busy: boolean };

/** `cycle` stands in for a value that is being computed. */
export function once<Key, Value, Cycle>(
  slots: Map<Key, Slot<Value>>,
  key: Key,
  compute: () => Value,
  cycle: () => Cycle,
): Value | Cycle {
  let slot = slots.get(key);
  if (slot === undefined) {
    slot = { value: null, busy: false };
    slots.set(key, slot);
  }
  if (slot.value !== null) return slot.value;
  if (slot.busy) return cycle();
  slot.busy = true;
  try {
    slot.value = compute();
  } finally {
    slot.busy = false;
  }
  return slot.value;
}

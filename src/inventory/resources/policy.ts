// Policies with the statements that are known in full. Their parsed statements are entries of their own.
import { adapter } from "../cloud/adapter.ts";

export const policy = adapter({
  type: "oci_identity_policy",
  list: "policies",
  title: "Policy",
  read: ({ draft }) => ({
    ...draft.string("name", "name"),
    ...draft.ref("compartment", "compartment_id"),
    statements: draft.strings("statements", "statements").statements ?? [],
  }),
});

// Credential rotations of clusters, both steps.
import { type Adapter, adapter } from "../cloud/adapter.ts";

export const credentialRotations: readonly Adapter[] = (["start", "complete"] as const).map((step) =>
  adapter({
    type: `oci_containerengine_cluster_${step}_credential_rotation_management`,
    list: "credential_rotations",
    title: step === "start" ? "Start of a credential rotation" : "Completion of a credential rotation",
    read: ({ draft }) => ({
      ...draft.ref("cluster", "cluster_id"),
      step,
      ...draft.string("delay", "auto_completion_delay_duration"),
    }),
  }),
);

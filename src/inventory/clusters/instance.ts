// Self-managed nodes as single instances: `oci_core_instance`. Instances that join no cluster are passed over.
import { adapter } from "../cloud/adapter.ts";
import { ignoredChanges, isSelfManaged, launchFields } from "./self-managed.ts";

export const instance = adapter({
  type: "oci_core_instance",
  list: "node_pools",
  title: "Instance",
  applies: (resource, world) => isSelfManaged(resource, resource.body, world),
  read: (found) => {
    const { draft } = found;
    const row = draft.part(["placements", 0], []);
    const placement = {
      ...row.string("availability_domain", "availability_domain"),
      ...row.string("fault_domain", "fault_domain"),
      ...row.ref("subnet", "create_vnic_details", "subnet_id"),
      ...row.ref("capacity_reservation", "capacity_reservation_id"),
    };
    const { fault_domain, ...rest } = placement;
    return {
      ...draft.string("name", "display_name"),
      mode: "self-managed" as const,
      form: "instance",
      size: 1,
      ...launchFields(
        found,
        draft,
        draft.value("source_details", "source_id").kind === "absent"
          ? ["image"]
          : ["source_details", "source_id"],
      ),
      ...ignoredChanges(draft, found.resource),
      placements: [
        {
          ...rest,
          ...(fault_domain !== undefined && { fault_domains: [fault_domain] }),
          unknown: row.unknown,
        },
      ],
    };
  },
});

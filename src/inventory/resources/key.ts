// Keys of a vault: `oci_kms_key`.
import { adapter } from "../cloud/adapter.ts";

export const key = adapter({
  type: "oci_kms_key",
  list: "keys",
  title: "Key",
  read: ({ draft, resource }) => ({
    ...draft.string("name", "display_name"),
    ...draft.string("algorithm", "key_shape", "algorithm"),
    ...draft.number("length", "key_shape", "length"),
    ...draft.string("protection_mode", "protection_mode"),
    prevent_destroy: resource.lifecycle?.preventDestroy ?? false,
  }),
});

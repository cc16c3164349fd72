// What stands in the same network: databases and bastions, each with its subnet.
import type { Path } from "../../model/place.ts";
import { type Adapter, adapter } from "../cloud/adapter.ts";

const DATABASES: readonly (readonly [type: string, subnet: Path])[] = [
  ["oci_mysql_mysql_db_system", ["subnet_id"]],
  ["oci_mysql_heat_wave_cluster", ["subnet_id"]],
  ["oci_psql_db_system", ["network_details", "subnet_id"]],
  ["oci_database_db_system", ["subnet_id"]],
  ["oci_database_autonomous_database", ["subnet_id"]],
  ["oci_redis_redis_cluster", ["subnet_id"]],
];

export const databases: readonly Adapter[] = DATABASES.map(([type, subnet]) =>
  adapter({
    type,
    list: "databases",
    title: "Database",
    read: ({ draft }) => ({ ...draft.string("name", "display_name"), ...draft.ref("subnet", ...subnet) }),
  }),
);

export const bastion = adapter({
  type: "oci_bastion_bastion",
  list: "bastions",
  title: "Bastion",
  read: ({ draft }) => ({ ...draft.string("name", "name"), ...draft.ref("subnet", "target_subnet_id") }),
});

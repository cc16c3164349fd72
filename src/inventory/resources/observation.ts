// What watches: logs, traffic captures, alarms.
import { adapter } from "../cloud/adapter.ts";

const SOURCE = ["configuration", "source"];

export const log = adapter({
  type: "oci_logging_log",
  list: "logs",
  title: "Log",
  read: ({ draft }) => ({
    ...draft.string("name", "display_name"),
    ...draft.string("log_type", "log_type"),
    ...draft.string("service", ...SOURCE, "service"),
    ...draft.string("category", ...SOURCE, "category"),
    ...draft.ref("resource", ...SOURCE, "resource"),
    ...draft.boolean("enabled", "is_enabled"),
  }),
});

export const vtap = adapter({
  type: "oci_core_vtap",
  list: "vtaps",
  title: "VTAP",
  read: ({ draft }) => ({ ...draft.string("name", "display_name"), ...draft.ref("vcn", "vcn_id") }),
});

export const alarm = adapter({
  type: "oci_monitoring_alarm",
  list: "alarms",
  title: "Alarm",
  read: ({ draft }) => ({
    ...draft.string("name", "display_name"),
    ...draft.string("namespace", "namespace"),
  }),
});

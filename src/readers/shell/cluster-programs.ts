// Programs that speak to a cluster or to OCI: what images, units and containers start is read only where it names one of them.

/** For patterns, which say themselves what may stand around the name. */
export const CLUSTER_PROGRAMS = "kubectl|oc|oci|helm|stern|kail";

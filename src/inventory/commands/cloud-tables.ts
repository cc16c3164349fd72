// Calls of the OCI command line that make what Terraform makes too: which resource each makes, and which attribute each flag sets.
// Plain tables, taken from the command line's own reference.

export type FlagTarget = {
  /** Path of the attribute in the body of the resource. */
  readonly path: readonly string[];
  /** `json`: the value is JSON, or a file with it; `file`: a file whose text the command line encodes. Else text. */
  readonly form?: "json" | "file";
};

export type CloudCommand = { readonly type: string; readonly flags: Readonly<Record<string, FlagTarget>> };

const at = (path: string): FlagTarget => ({ path: path.split(".") });
const json = (path: string): FlagTarget => ({ path: path.split("."), form: "json" });

const POD_NETWORK = "node_config_details.node_pool_pod_network_option_details";

/** By the words of the command after `oci`. */
export const CLOUD_COMMANDS: Readonly<Record<string, CloudCommand>> = {
  "ce cluster create": {
    type: "oci_containerengine_cluster",
    flags: {
      name: at("name"),
      type: at("type"),
      "kubernetes-version": at("kubernetes_version"),
      "compartment-id": at("compartment_id"),
      "vcn-id": at("vcn_id"),
      "kms-key-id": at("kms_key_id"),
      "endpoint-config": json("endpoint_config"),
      "endpoint-subnet-id": at("endpoint_config.subnet_id"),
      "endpoint-public-ip-enabled": at("endpoint_config.is_public_ip_enabled"),
      "endpoint-nsg-ids": json("endpoint_config.nsg_ids"),
      options: json("options"),
      "service-lb-subnet-ids": json("options.service_lb_subnet_ids"),
      "pods-cidr": at("options.kubernetes_network_config.pods_cidr"),
      "services-cidr": at("options.kubernetes_network_config.services_cidr"),
      "dashboard-enabled": at("options.add_ons.is_kubernetes_dashboard_enabled"),
      "pod-security-policy-enabled": at(
        "options.admission_controller_options.is_pod_security_policy_enabled",
      ),
      "cluster-pod-network-options": json("cluster_pod_network_options"),
      "image-policy-config": json("image_policy_config"),
    },
  },
  "ce node-pool create": {
    type: "oci_containerengine_node_pool",
    flags: {
      name: at("name"),
      "cluster-id": at("cluster_id"),
      "compartment-id": at("compartment_id"),
      "kubernetes-version": at("kubernetes_version"),
      "node-shape": at("node_shape"),
      "node-shape-config": json("node_shape_config"),
      "node-image-id": at("node_image_id"),
      "node-image-name": at("node_image_name"),
      "node-source-details": json("node_source_details"),
      "node-metadata": json("node_metadata"),
      "initial-node-labels": json("initial_node_labels"),
      "ssh-public-key": at("ssh_public_key"),
      "subnet-ids": json("subnet_ids"),
      size: at("node_config_details.size"),
      "placement-configs": json("node_config_details.placement_configs"),
      "nsg-ids": json("node_config_details.nsg_ids"),
      "cni-type": at(`${POD_NETWORK}.cni_type`),
      "pod-subnet-ids": json(`${POD_NETWORK}.pod_subnet_ids`),
      "pod-nsg-ids": json(`${POD_NETWORK}.pod_nsg_ids`),
      "max-pods-per-node": at(`${POD_NETWORK}.max_pods_per_node`),
      "node-config-details": json("node_config_details"),
      "node-pool-cycling-details": json("node_pool_cycling_details"),
    },
  },
  "ce virtual-node-pool create": {
    type: "oci_containerengine_virtual_node_pool",
    flags: {
      "display-name": at("display_name"),
      "cluster-id": at("cluster_id"),
      "compartment-id": at("compartment_id"),
      size: at("size"),
      "placement-configurations": json("placement_configurations"),
      "pod-configuration": json("pod_configuration"),
      "nsg-ids": json("nsg_ids"),
      "initial-virtual-node-labels": json("initial_virtual_node_labels"),
      taints: json("taints"),
    },
  },
  "ce cluster install-addon": {
    type: "oci_containerengine_addon",
    flags: {
      "addon-name": at("addon_name"),
      "cluster-id": at("cluster_id"),
      version: at("version"),
      configurations: json("configurations"),
    },
  },
  "compute instance launch": {
    type: "oci_core_instance",
    flags: {
      "display-name": at("display_name"),
      "compartment-id": at("compartment_id"),
      "availability-domain": at("availability_domain"),
      "fault-domain": at("fault_domain"),
      "capacity-reservation-id": at("capacity_reservation_id"),
      shape: at("shape"),
      "shape-config": json("shape_config"),
      "subnet-id": at("create_vnic_details.subnet_id"),
      "nsg-ids": json("create_vnic_details.nsg_ids"),
      "assign-public-ip": at("create_vnic_details.assign_public_ip"),
      "image-id": at("source_details.source_id"),
      "source-details": json("source_details"),
      metadata: json("metadata"),
      "extended-metadata": json("extended_metadata"),
      "instance-options": json("instance_options"),
      "user-data-file": { path: ["metadata", "user_data"], form: "file" },
    },
  },
  "compute-management instance-configuration create": {
    type: "oci_core_instance_configuration",
    flags: {
      "display-name": at("display_name"),
      "compartment-id": at("compartment_id"),
      "instance-details": json("instance_details"),
    },
  },
};

# nodes: virtual, as-of: seed
set -euo pipefail

cluster_id=$(oci ce cluster create --compartment-id "$COMPARTMENT" --vcn-id "$VCN" --name shop \
  --kubernetes-version v1.33.1 --type ENHANCED_CLUSTER --kms-key-id "$KEY" \
  --cluster-pod-network-options '[{"cniType": "OCI_VCN_IP_NATIVE"}]' \
  --endpoint-subnet-id "$ENDPOINT_SUBNET" --endpoint-nsg-ids "[\"$ENDPOINT_NSG\"]" \
  --query data.id --raw-output)

oci ce virtual-node-pool create --cluster-id "$cluster_id" --compartment-id "$COMPARTMENT" --display-name pods \
  --kubernetes-version v1.33.1 --size 3 --nsg-ids "[\"$NODE_NSG\"]" \
  --placement-configurations "[{\"availabilityDomain\": \"$DOMAIN\", \"subnetId\": \"$NODE_SUBNET\"}]" \
  --pod-configuration "{\"shape\": \"Pod.Standard.E4.Flex\", \"subnetId\": \"$POD_SUBNET\", \"nsgIds\": [\"$POD_NSG\"]}"

oci ce cluster install-addon --cluster-id "$cluster_id" --addon-name KubeProxy # expect: add-on-without-use-on-virtual-nodes
oci ce cluster install-addon --cluster-id "$cluster_id" --addon-name CertManager

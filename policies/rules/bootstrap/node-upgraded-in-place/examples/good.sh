# as-of: seed
sudo dnf update -y
apt-get update
apt-get install -y oci-oke-node-all-1.31.1
kubectl cordon node && kubectl drain node && oci compute instance terminate --instance-id "$OLD"

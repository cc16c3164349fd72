# nodes: virtual, as-of: seed
COUNT=$(kubectl get nodes --no-headers | wc -l)
echo "$COUNT nodes"
ssh deploy@build.example "make release"
scp web.tar deploy@build.example:
oci bastion session create-port-forwarding --bastion-id "$BASTION" --target-private-ip 10.0.0.5 --ssh-public-key-file key.pub
kubectl describe node "$NODE"
kubectl get nodes -o name | while read -r name; do
  kubectl describe "$name"
done
while read -r host; do
  ssh "opc@$host" uptime
done < hosts.txt

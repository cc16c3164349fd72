# nodes: virtual, as-of: seed
NODES=$(kubectl get nodes -o jsonpath='{.items[*].status.addresses[?(@.type=="InternalIP")].address}')
for node in $NODES; do
  ssh -o StrictHostKeyChecking=no "opc@${node}" uptime # expect: shell-on-node
done
ssh opc@"$(kubectl get nodes -o name | head -1)" # expect: shell-on-node
kubectl get nodes -o name | xargs -I{} ssh opc@{} df -h # expect: shell-on-node
kubectl get nodes --no-headers | awk '{print $1}' | while read -r name; do
  scp tool.sh "opc@$name:" # expect: shell-on-node
done
oci bastion session create-managed-ssh --bastion-id "$BASTION" --target-resource-id "$NODE" --ssh-public-key-file key.pub # expect: shell-on-node
kubectl debug node/10.0.10.4 -it --image=busybox:1.36 # expect: shell-on-node
kubectl debug "node/$NODE" --image=busybox:1.36 # expect: shell-on-node
sshpass -f secret ssh "opc@$(kubectl get node -o jsonpath='{.items[0].status.addresses[0].address}')" # expect: shell-on-node
kubectl get nodes -o name | xargs -I{} kubectl debug {} -it --image=busybox # expect: shell-on-node
kubectl node-shell worker-1 # expect: shell-on-node
kubectl get nodes -o wide --no-headers |
  awk '{print $1, $6}' |
  while read -r host address; do
    ssh "opc@$address" hostname # expect: shell-on-node
  done
while IFS= read -r name other; do
  for file in a b; do scp "$file" "opc@$name:"; done # expect: shell-on-node
done < <(kubectl get nodes -o name)

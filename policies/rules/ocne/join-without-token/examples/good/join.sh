#!/bin/sh
ocne cluster join -c rack.yaml -n 1 > node.ign 2> steps.txt
token=$(sed -n 's/.*token create //p' steps.txt)
key=$(sed -n 's/.*certificate-key \([0-9a-f]*\).*/\1/p' steps.txt)
echo "chroot /hostroot kubeadm init phase upload-certs --certificate-key $key --upload-certs" | ocne cluster console --node first
echo "chroot /hostroot kubeadm token create $token" | ocne cluster console --node first

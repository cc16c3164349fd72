#!/bin/sh
ocne image upload --type ostree --file ock-1.31-amd64-ostree.tar \
  --destination docker://registry.example/ock-ostree:1.31
ocne image upload -t ostree -f ock.tar -d containers-storage:ock
ocne image upload --type oci --file boot.qcow2 --compartment edge

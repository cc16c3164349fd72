#!/bin/bash
sudo dnf update -y kubelet # expect: node-upgraded-in-place
yum upgrade -y 'oci-oke-node*' # expect: node-upgraded-in-place
apt-get install --only-upgrade oci-oke-node-all-1.31.1 # expect: node-upgraded-in-place

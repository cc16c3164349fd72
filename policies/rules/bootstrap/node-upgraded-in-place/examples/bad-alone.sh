#!/bin/bash
set -e
sudo dnf update -y kubelet # expect: node-upgraded-in-place
sudo rpm -Uvh kubelet-1.31.1-1.el8.x86_64.rpm # expect: node-upgraded-in-place
sudo systemctl restart kubelet
ssh opc@10.0.0.7 'sudo yum upgrade -y kubelet' # expect: node-upgraded-in-place
ssh opc@10.0.0.8 'sudo microdnf -y upgrade kubelet' # expect: node-upgraded-in-place

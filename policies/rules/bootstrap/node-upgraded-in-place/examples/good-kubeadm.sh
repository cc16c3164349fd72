#!/bin/bash
# Control planes of other makes are upgraded in place.
sudo kubeadm upgrade apply v1.30.1
sudo dnf update -y kubelet

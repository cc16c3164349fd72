#!/bin/sh
set -e
ocne cluster start --provider libvirt --config clusters/edge.yaml # expect: missing-cluster-configuration
ocne cluster delete -c clusters/edge.yaml # expect: missing-cluster-configuration

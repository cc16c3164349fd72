#!/bin/bash
set -e
ocne cluster start --provider byo --virtual-ip 192.168.50.10 --load-balancer lb.edge.example > cluster.ign # expect: two-control-plane-addresses
ocne cluster start --provider byo --virtual-ip 192.168.50.10
ocne cluster start --provider oci --virtual-ip 192.168.50.10 --load-balancer lb.edge.example

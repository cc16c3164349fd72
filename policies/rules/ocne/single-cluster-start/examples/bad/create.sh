#!/bin/sh
ocne cluster start -c rack.yaml > first.ign # expect: single-cluster-start
./boot-first-host.sh first.ign

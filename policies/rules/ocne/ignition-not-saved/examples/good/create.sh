#!/bin/sh
ocne cluster start --config rack.yaml > first.ign
./boot-first-host.sh first.ign
ocne cluster start --config rack.yaml

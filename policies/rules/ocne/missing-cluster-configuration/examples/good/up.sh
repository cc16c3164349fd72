#!/bin/sh
set -e
ocne cluster start -c edge.yaml
sed 's/edge/lab/' edge.yaml > lab.yaml
ocne cluster start -c lab.yaml
ocne cluster start -c "$CONFIGURATION"
ocne cluster start --config=$HOME/edge.yaml

#!/bin/bash
set -e
ocne cluster start --provider vmware --cluster-name edge # expect: unknown-ocne-provider
ocne cluster delete -P VirtualBox -C edge # expect: unknown-ocne-provider
ocne cluster start --provider "$PROVIDER" --cluster-name edge
ocne cluster start -P libvirt

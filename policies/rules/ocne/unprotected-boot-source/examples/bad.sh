#!/bin/sh
virt-install --name node1 --extra-args "inst.ks=http://boot.edge.example/ks.cfg console=ttyS0" # expect: unprotected-boot-source

#!/bin/sh
virt-install --name node1 --extra-args "inst.ks=https://boot.edge.example/ks.cfg"
virt-install --name node2 --extra-args "inst.ks=hd:LABEL=boot:/ks.cfg"
virt-install --name node3 --extra-args "inst.ks=http://127.0.0.1:8080/ks.cfg"
virt-install --name node4 --extra-args "inst.ks=http://$SERVER/ks.cfg"
echo "the old way was inst.ks=https://boot.edge.example/ks.cfg"

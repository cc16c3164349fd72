#!/bin/sh
ocne image upload --type ostree --destination docker://registry.example/ock-ostree:1.31 # expect: incomplete-ostree-upload
ocne image upload -t ostree -f ock-1.31-amd64-ostree.tar -d registry.example/ock-ostree:1.31 # expect: incomplete-ostree-upload

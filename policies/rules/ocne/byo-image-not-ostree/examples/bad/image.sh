#!/bin/sh
ocne image create --arch amd64 # expect: byo-image-not-ostree

#!/bin/sh
ocne image create --type ostree --arch x86_64 # expect: unknown-image-architecture

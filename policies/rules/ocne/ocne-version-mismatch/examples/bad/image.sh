#!/bin/sh
ocne image create --type ostree --version 1.32 # expect: ocne-version-mismatch

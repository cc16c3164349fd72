#!/bin/sh
ocne image create --type ostree --arch arm64
ocne image create --type ostree -a "$(go env GOARCH)"

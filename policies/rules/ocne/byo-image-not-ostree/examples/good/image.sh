#!/bin/sh
ocne image create --type=ostree --arch amd64

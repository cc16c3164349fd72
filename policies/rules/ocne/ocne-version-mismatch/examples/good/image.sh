#!/bin/sh
ocne image create -t ostree -v 1.31

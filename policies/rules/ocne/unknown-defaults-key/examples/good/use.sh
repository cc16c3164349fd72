#!/bin/sh
OCNE_DEFAULTS_FILE=./defaults.yaml ocne cluster list

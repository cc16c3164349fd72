#!/bin/sh
export OCNE_DEFAULTS_FILE=defaults.yaml
ocne cluster list

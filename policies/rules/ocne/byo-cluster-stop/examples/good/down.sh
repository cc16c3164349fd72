#!/bin/sh
ocne cluster delete --config rack.yaml

#!/bin/sh
ocne cluster start --config rack.yaml

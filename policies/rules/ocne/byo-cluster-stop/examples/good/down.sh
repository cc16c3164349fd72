#!/bin/sh
ocne cluster delete --config byo.yaml

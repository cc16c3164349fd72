#!/bin/sh
ocne cluster stop --config rack.yaml # expect: byo-cluster-stop

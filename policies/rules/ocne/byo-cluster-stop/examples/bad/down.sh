#!/bin/sh
ocne cluster stop --config byo.yaml # expect: byo-cluster-stop

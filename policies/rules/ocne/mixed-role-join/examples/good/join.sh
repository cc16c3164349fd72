#!/bin/sh
ocne cluster join --config byo.yaml -w 1 > worker.ign
ocne cluster join --config byo.yaml -n1 -w0 > control-plane.ign

#!/bin/sh
ocne cluster join --config rack.yaml -w 1 > worker.ign
ocne cluster join --config rack.yaml -n1 -w0 > control-plane.ign

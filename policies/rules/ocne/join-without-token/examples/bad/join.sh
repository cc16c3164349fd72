#!/bin/sh
ocne cluster join -c rack.yaml -w 1 > worker.ign # expect: join-without-token
./boot.sh worker.ign

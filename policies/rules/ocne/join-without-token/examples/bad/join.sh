#!/bin/sh
ocne cluster join -c byo.yaml -w 1 > worker.ign # expect: join-without-token
./boot.sh worker.ign

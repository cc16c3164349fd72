#!/bin/sh
ocne cluster join --config rack.yaml -w 2 -n 1 > join.ign # expect: mixed-role-join

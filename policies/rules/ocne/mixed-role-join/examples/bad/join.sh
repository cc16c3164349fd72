#!/bin/sh
ocne cluster join --config byo.yaml -w 2 -n 1 > join.ign # expect: mixed-role-join

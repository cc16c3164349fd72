#!/bin/sh
ocne cluster start --config byo.yaml > first.ign

#!/bin/sh
ocne cluster start -c byo.yaml # expect: ignition-not-saved

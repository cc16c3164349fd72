#!/bin/sh
ocne cluster start -c rack.yaml # expect: ignition-not-saved

#!/bin/bash
kubectl exec web -- true # expect: command-in-container

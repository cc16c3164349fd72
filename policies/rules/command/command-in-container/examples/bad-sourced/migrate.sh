#!/usr/bin/env bash
source "$(dirname "$0")/lib/kube.sh"
kube rollout status deployment/web
kube exec deployment/web -- ./manage.py migrate # expect: command-in-container

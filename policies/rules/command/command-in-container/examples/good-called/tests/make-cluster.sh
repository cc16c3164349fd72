#!/bin/bash
kind create cluster --wait 2m

// What the first line of a text says that a node is to make of it: run it, or take it for cloud-config.

/** The system reads no more of it either. */
const LONGEST = 255;
const SHELL = /^#![ \t]*(?:\S*\/)?(?:env[ \t]+(?:-\S+[ \t]+)*)?(?:\S*\/)?(?:ba|da|a|k|z)?sh(?:\s|$)/;
const CLOUD_CONFIG = /^(?:##[ \t]*template:[^\n]*\n)?#cloud-config(?![\w-])/;

/** `#!/bin/sh`, `#!/usr/bin/env -S bash -e`. */
export function isShellScript(text: string): boolean {
  return SHELL.test(text.slice(0, LONGEST));
}

/** Also below the line that makes it a template of Jinja. */
export function isCloudConfig(text: string): boolean {
  return CLOUD_CONFIG.test(text);
}

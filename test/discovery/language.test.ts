import { describe, expect, it } from "vitest";
import { languageByName, languageOf } from "../../src/discovery/language.ts";

describe("languageByName", () => {
  it.each([
    ["k8s/web.yaml", "yaml"],
    [".github/workflows/ci.yml", "yaml"],
    ["WEB.YAML", "yaml"],
    ["chart/templates/web.yaml.tpl", "yaml"],
    ["web.yml.j2", "yaml"],
    ["web.json.tmpl", "json"],
    ["init.sh.tftpl", "shell"],
    ["plan.json", "json"],
    ["node.ign", "json"],
    ["main.tf", "hcl"],
    ["main.tf.json", "json"],
    ["prod.tfvars", "tfvars"],
    ["prod.auto.tfvars.json", "tfvars"],
    ["terraform.tfvars.example", "tfvars"],
    ["input.auto.tfvars.template", "tfvars"],
    ["prod.tfvars.json-sample", "tfvars"],
    ["terraform.tfvars.bak", "unknown"],
    ["run.sh", "shell"],
    ["Makefile", "makefile"],
    ["Makefile.oke", "makefile"],
    ["rules.mk", "makefile"],
    ["justfile", "justfile"],
    ["Jenkinsfile", "jenkinsfile"],
    ["ci/Jenkinsfile.deploy", "jenkinsfile"],
    ["deploy.Jenkinsfile", "jenkinsfile"],
    ["Tiltfile", "tiltfile"],
    ["worker.ks", "kickstart"],
    ["ks.cfg", "kickstart"],
    ["README.md", "markdown"],
    ["logo.png", "unknown"],
    ["src/main.ts", "unknown"],
    ["user-data", "look"],
    ["policy.txt", "look"],
    ["admins.policy", "look"],
  ])("takes %s for %s", (file, language) => {
    expect(languageByName(file)).toBe(language);
  });
});

describe("languageOf", () => {
  it.each([
    ["a script by its first line", "deploy", "#!/usr/bin/env -S bash -e\noci ce\n", "shell"],
    ["a plain sh script", "bin/x", "#!/bin/sh\n", "shell"],
    ["another program's script", "bin/x", "#!/usr/bin/env python3\n", "unknown"],
    ["a program whose name only begins like a shell", "bin/x", "#!/usr/bin/shuf\n", "unknown"],
    ["cloud-init, whatever the ending", "init.cfg", "#cloud-config\nruncmd: []\n", "yaml"],
    ["cloud-init behind a template mark", "user-data", "## template: jinja\n#cloud-config\n", "yaml"],
    ["cloud-init as a Terraform template", "init.tftpl", "#cloud-config\n", "yaml"],
    [
      "several scripts for cloud-init",
      "user-data.txt",
      'Content-Type: multipart/mixed; boundary="B"\nMIME-Version: 1.0\n\n--B\nContent-Type: text/cloud-config\n',
      "mime",
    ],
    [
      "mail",
      "letter.txt",
      'Content-Type: multipart/mixed; boundary="B"\n\n--B\nContent-Type: text/html\n',
      "text",
    ],
    ["a template that says nothing of itself", "init.tpl", "# joins\nbash join.sh\n", "text"],
    ["a shell script as user data", "user-data", "#!/bin/bash\nbash oke-init.sh\n", "shell"],
    ["Kickstart by its commands", "worker.cfg", "lang en\nostreesetup --osname=ock\n", "kickstart"],
    ["another cfg file", "setup.cfg", "[metadata]\nname = x\n", "unknown"],
    ["a manifest without ending", "deploy", "apiVersion: v1\nkind: Pod\n", "yaml"],
    ["text that mentions the keys in passing", "notes", "The apiVersion: and kind: keys\n", "unknown"],
    [
      "statements in a text file",
      "p.txt",
      "# team\nAllow group A to manage all-resources in tenancy\n",
      "iam",
    ],
    [
      "a text of which most lines are prose",
      "p.txt",
      "Allow group A to read x in tenancy\nsee above\nand so on\n",
      "text",
    ],
    [
      "a statement over several lines",
      "p.txt",
      "Allow group A to {A,\n B,\n C} in tenancy\nNote.\nDeny group B to read x in tenancy",
      "iam",
    ],
    [
      "matching rules",
      "dg.txt",
      "Any {instance.compartment.id = 'ocid1.x',\ninstance.id = 'y'}\nresource.type = 'cluster'\n",
      "iam",
    ],
    [
      "a list with dashes",
      "p.txt",
      "- Allow dynamic-group d to use x in tenancy\n- Define tenancy t as ocid1\n",
      "iam",
    ],
    ["prose that begins with Allow", "p.txt", "Allow five minutes for this.\n", "text"],
    ["an empty text", "p.txt", "", "text"],
    ["a policy file", "x.policy", "Allow group A to red x in tenancy\n", "iam"],
    ["a polkit policy", "x.policy", "<?xml version='1.0'?>\n<policyconfig/>\n", "unknown"],
    ["a Java policy", "java.policy", 'grant codeBase "x" {\n};\n', "unknown"],
    ["an iam file", "x.iam", "Alow group A\n", "iam"],
    ["a Groovy pipeline", "vars/deploy.groovy", "pipeline {\n  agent any\n}", "jenkinsfile"],
    ["other Groovy", "x.groovy", "class A {}\n", "unknown"],
    ["a private key, for those who name it", "tls.key", "-----BEGIN PRIVATE KEY-----\n", "text"],
    ["a certificate in PEM", "ca.pem", "-----BEGIN CERTIFICATE-----\n", "text"],
    ["slides", "talk.key", "PK\u0003\u0004", "unknown"],
  ])("recognises %s", (_, file, head, language) => {
    expect(languageOf(file, head)).toBe(language);
  });
});

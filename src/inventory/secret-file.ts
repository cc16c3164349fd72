// What a file shows that is made a Secret of: by a command, by Kustomize. Takes its text, gives names or yes and no; no value goes further.
import { lineCredentialsIn } from "../model/concealed-text.ts";
import { credentialForm } from "../model/credential.ts";

const ENVIRONMENT = /(?:^|\/)\.env(?:\.[\w-]+)?$|\.env$/;

/** A file of settings by its name. */
export function isEnvironmentFile(file: string): boolean {
  return ENVIRONMENT.test(file);
}

/** Names of credentials that the lines of a file of settings state. */
export function statedNames(text: string): readonly string[] {
  return lineCredentialsIn(text).flatMap(({ name, form }) => (form === "literal" ? [name] : []));
}

export function isPem(text: string): boolean {
  return text.trimStart().startsWith("-----BEGIN ");
}

export function isPrivateKey(text: string): boolean {
  return isPem(text) && credentialForm(text) === "literal";
}

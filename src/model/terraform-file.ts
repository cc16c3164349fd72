// What the names of files say of Terraform and OpenTofu.

/** `main.tf`, `main.tofu`, and both with `.json`. */
export function isTerraformFile(file: string): boolean {
  return /\.(?:tf|tofu)(?:\.json)?$/.test(file);
}

/** Those in JSON. */
export function isTerraformJson(file: string): boolean {
  return /\.(?:tf|tofu)\.json$/.test(file);
}

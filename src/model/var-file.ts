// What the name of a Terraform variables file says.

/** Somebody copies it and fills it in: `terraform.tfvars.example`. */
const PATTERN = /\.tfvars(?:\.json)?([.-](?:template|example|sample|dist))?$/i;

/** Null for files of other kinds. `isPattern`: it is there to be copied and filled in. */
export function varFile(file: string): { readonly isPattern: boolean; readonly isJson: boolean } | null {
  const match = PATTERN.exec(file);
  return match && { isPattern: match[1] !== undefined, isJson: /\.json(?:[.-]\w+)?$/i.test(file) };
}

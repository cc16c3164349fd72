// Where lines of the report can be looked at on GitHub. Takes an environment, gives the parts of the address.

/** `server` is `https://github.com` or an enterprise server, `repository` is `owner/name`, `sha` a commit. */
export type Links = { readonly server: string; readonly repository: string; readonly sha: string };

/** What the Actions runner says; nothing outside of it. */
export function linksIn(env: Readonly<Record<string, string | undefined>>): { readonly links?: Links } {
  const { GITHUB_ACTIONS, GITHUB_SERVER_URL, GITHUB_REPOSITORY, GITHUB_SHA } = env;
  if (GITHUB_ACTIONS !== "true" || !GITHUB_SERVER_URL || !GITHUB_REPOSITORY || !GITHUB_SHA) return {};
  return { links: { server: GITHUB_SERVER_URL, repository: GITHUB_REPOSITORY, sha: GITHUB_SHA } };
}

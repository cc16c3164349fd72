// The closed sets of words of the policy language.

export const statementKeywords = ["allow", "deny", "define", "endorse", "admit"] as const;
export const verbs = ["inspect", "read", "use", "manage", "associate"] as const;
export const subjectKinds = [
  "any-user",
  "any-group",
  "group",
  "dynamic-group",
  "service",
  "resource",
] as const;
export const defineKinds = ["tenancy", "group", "dynamic-group", "compartment", "service"] as const;

/** Where a role is given; it reaches everything below. Departments and teams are reached through their project. */
export const GRANT_SCOPES = ["COMPANY", "BRANCH", "PROJECT"] as const;
export type GrantScope = (typeof GRANT_SCOPES)[number];

/** Who is asking, and how far that person may see; identity is verified before an Actor exists. */

export const ROLES = [
  'relationship_manager',
  'wealth_manager',
  'lobby_manager',
  'outlet_head',
  'department_head',
  'branch_head',
  'president',
  'compliance',
  'admin',
] as const;
export type Role = (typeof ROLES)[number];

export const LOCALES = ['en', 'zh-CN'] as const;
export type Locale = (typeof LOCALES)[number];

/** `null` locale or timezone: the bank's file did not say. */
export type Actor = {
  managerId: string;
  name: string;
  email: string;
  role: Role;
  branchId: string;
  locale: Locale | null;
  timezone: string | null;
};

/** own: the book of a manager; branch: the branch tree below a head; bank: everything, audited. */
export type Reach = 'own' | 'branch' | 'bank';

const REACH: Record<Role, Reach> = {
  relationship_manager: 'own',
  wealth_manager: 'own',
  lobby_manager: 'own',
  outlet_head: 'branch',
  department_head: 'branch',
  branch_head: 'branch',
  president: 'branch',
  compliance: 'bank',
  admin: 'bank',
};

/** How far a role sees (rules.md, scope). A president's branch is the head office, so its tree is the bank. */
export const reachOf = (role: Role): Reach => REACH[role];

/** Heads and above approve what their managers request; nobody approves their own request. */
export const mayApprove = (role: Role): boolean => REACH[role] === 'branch' || role === 'admin';

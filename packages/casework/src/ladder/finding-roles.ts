import type { Level } from "./levels.ts";

/** What people find an account's part to have been. Detectors only propose coarser ones. */
export const findingRoles = [
  "bystander",
  "amplifier_unpaid",
  "amplifier_paid_or_automated",
  "operator",
  "organiser",
  "funder",
  "unknown",
] as const;
export type FindingRole = (typeof findingRoles)[number];

/** The highest level that a role can bear. An unknown role is treated as an unpaid amplifier. */
export const levelCaps: Readonly<Record<FindingRole, Level>> = {
  bystander: 1,
  amplifier_unpaid: 2,
  unknown: 2,
  amplifier_paid_or_automated: 8,
  operator: 10,
  organiser: 10,
  funder: 10,
};

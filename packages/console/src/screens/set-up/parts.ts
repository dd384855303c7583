import type { Scope } from "@breakwater/contract";

export const partKeys = ["people", "tokens", "webhooks", "detectors", "records", "settings", "access-log"] as const;
export type PartKey = (typeof partKeys)[number];

/** Whoever holds one of these may come in. */
export const partScopes: Readonly<Record<PartKey, readonly Scope[]>> = {
  people: ["access:read"],
  tokens: ["access:read"],
  webhooks: ["webhooks:manage"],
  detectors: ["detection:read"],
  records: ["records:manage"],
  settings: ["access:read"],
  "access-log": ["access:read"],
};

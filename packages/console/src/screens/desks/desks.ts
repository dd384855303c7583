import type { queueNames, Scope } from "@breakwater/contract";

/** Every desk beside the cases, in the order of the tabs. */
export const deskKeys = [
  "authority",
  "hand-overs",
  "reports",
  "reporters",
  "corrections",
  "victims",
  "holds",
  "legal-holds",
  "unmasking",
  "register",
  "operations",
  "reviews",
  "policies",
  "effects",
  "statements",
  "views",
] as const;
export type DeskKey = (typeof deskKeys)[number];

export type Desk = {
  readonly key: DeskKey;
  readonly path: string;
  /** Whoever holds it may open the desk. */
  readonly scope: Scope;
  /** The queue whose jobs are done here; null: none. */
  readonly queue: (typeof queueNames)[number] | null;
};

const desk = (key: DeskKey, scope: Scope, queue: Desk["queue"] = null): Desk => ({
  key,
  path: `/desks/${key}`,
  scope,
  queue,
});

/** The same in three parts: what comes from outside, what protects people, and what keeps our own house in order. */
export const deskParts: readonly (readonly [part: "outside" | "protection" | "house", desks: readonly Desk[]])[] = [
  [
    "outside",
    [
      desk("authority", "authority:read", "authority"),
      desk("hand-overs", "cases:read"),
      desk("reports", "reports:read"),
      desk("reporters", "reports:read"),
      desk("corrections", "corrections:read", "correction"),
    ],
  ],
  [
    "protection",
    [
      desk("victims", "victims:read", "victim"),
      desk("holds", "cases:read", "contested_hold"),
      desk("legal-holds", "legal_holds:manage"),
      desk("unmasking", "unmasking:read", "unmasking"),
      desk("register", "register:look_up"),
    ],
  ],
  [
    "house",
    [
      desk("operations", "operations:read"),
      desk("reviews", "reviews:read", "self_review"),
      desk("policies", "policies:read"),
      desk("effects", "effects:read", "failed_effect"),
      desk("statements", "statements:read"),
      desk("views", "views:read"),
    ],
  ],
];

export const desks: readonly Desk[] = deskParts.flatMap(([, all]) => all);

/** Holding any of these opens the screen. */
export const deskScopes: readonly Scope[] = [...new Set(desks.map(({ scope }) => scope))];

/** The desk at an address; null on the page that lists them. */
export function findDesk(pathname: string): Desk | null {
  return desks.find(({ path }) => `${pathname}/`.includes(`${path}/`)) ?? null;
}

import type { PartKey } from "../parts.ts";

type Part = { readonly name: string; readonly told: string };

export const en = {
  setUp: "Set-up",
  intro: "Who may do what, what is connected, how detectors run, how long things are kept.",
  navigation: "Parts of the set-up",
  parts: {
    people: { name: "People", told: "Invite people, give and take roles, disable, reset access." },
    tokens: { name: "Tokens", told: "What programs send and read with: their scopes, when they were used last." },
    webhooks: { name: "Webhooks", told: "Where events are sent, what arrived, what did not, and once more." },
    detectors: { name: "Detectors", told: "What they find how reliably, what is paused, and what a change would do." },
    records: { name: "Records", told: "How long things are kept; erase or hand out what is kept of an account." },
    settings: { name: "Settings", told: "What the configuration file says, to read." },
    "access-log": { name: "Access log", told: "Who changed whose access, and asked for whose records." },
  } satisfies Readonly<Record<PartKey, Part>>,
  needsRole: (roles: string): string => `For: ${roles}. Ask an administrator.`,
  notForYou: "This part is not yours to see",
  twoPeople: "Where it takes two people",
  twoPeopleRules: [
    "Nobody gives themselves a role; another administrator does.",
    "The last administrator can be neither disabled nor stripped of the role.",
    "Resetting somebody's access waits for a second administrator where there is one: who sets another's password can act in their name.",
    "Who may decide a case is not set here: proposer, approver and reviewer of an appeal are compared by person, whatever roles they hold.",
  ],
};

export type SetUpWords = typeof en;

import { z } from "zod";
import { id, instant } from "../../common.ts";
import { sight } from "./sight.ts";

export const groupKind = z.enum(["campaign", "coordinated"]);
const time = z.number();

const lead = z
  .discriminatedUnion("kind", [
    z.object({ kind: z.literal("none") }),
    z.object({ kind: z.literal("opened"), leadId: id, at: instant, learning: z.boolean() }),
    z.object({
      kind: z.literal("held"),
      why: z.enum(["marked", "paused", "quota"]),
      since: instant,
      markId: id.nullable(),
    }),
    z.object({ kind: z.literal("refused"), code: z.string(), at: instant }),
  ])
  .meta({ id: "GroupLead" });

const facts = {
  id,
  version: z.int(),
  /** `coordinated` means: authenticity unknown; such a group opens no lead. */
  kind: groupKind,
  state: z.enum(["open", "ended"]),
  firstEpoch: instant,
  lastEpoch: instant,
  from: time,
  to: time,
  endedAt: instant.nullable(),
  detector: z.object({ version: z.string(), fingerprint: z.string() }),
  splitFrom: id.nullable(),
  mergedInto: id.nullable(),
  lead,
};

export const groupSummary = z
  .object({
    ...facts,
    layers: z.array(z.string()),
    logE: z.number(),
    q: z.number(),
    accounts: z.int(),
    objects: z.int(),
    samples: z.int(),
    /** Families that spoke, on each axis. */
    coordinated: z.array(z.string()),
    inauthentic: z.array(z.string()),
  })
  .meta({ id: "GroupSummary" });

const evidenceAction = z.object({
  /** `source:id` of the action. */
  id: z.string(),
  account: z.string(),
  at: time,
  object: z.string().nullable(),
  /** Empty where the platform took the action away since. */
  text: z.string().nullable(),
});

const signal = z
  .object({
    family: z.string(),
    axis: z.enum(["coordinated", "inauthentic"]),
    null: z.string(),
    layer: z.string().nullable(),
    statistic: z.string(),
    observed: z.number(),
    expected: z.number(),
    logE: z.number().nullable(),
    p: z.number().nullable(),
    q: z.number(),
    effect: z.object({ statistic: z.string(), value: z.number(), least: z.number() }).nullable(),
    significant: z.boolean(),
    actions: z.array(evidenceAction),
    actionsTotal: z.int(),
  })
  .meta({ id: "Signal" });

/** What an account may be proposed to be: to people, who decide. */
export const proposedRole = z.enum(["operator", "amplifier", "bystander", "source", "unknown"]);

const accountFinding = z
  .object({
    /** The platform's own opaque id. */
    account: z.string(),
    role: proposedRole,
    score: z.number(),
    q: z.number(),
    actions: z.int(),
    inStep: z.int(),
    families: z.array(z.string()),
    objects: z.array(z.string()),
    expected: z.number(),
  })
  .meta({ id: "AccountFinding" });

const sharedObject = z.object({
  layer: z.string(),
  id: z.string(),
  members: z.int(),
  accounts: z.int(),
  inWindow: z.int(),
  expected: z.number(),
  windowFrom: time,
  windowTo: time,
});

const edge = z.object({
  source: z.string(),
  target: z.string(),
  layer: z.string(),
  observed: z.number(),
  expected: z.number(),
  q: z.number(),
  objects: z.array(z.string()),
});

const sample = z.object({
  representative: z.string(),
  accounts: z.int(),
  actions: z.int(),
  variants: z.array(z.object({ text: z.string(), account: z.string(), at: time })),
});

export const sampleOfGroup = sample.extend({ groupId: id, kind: groupKind }).meta({ id: "SampleOfGroup" });

export const markFacts = z.object({
  id,
  groupId: id,
  kind: z.enum(["authentic", "suppressed"]),
  reason: z.string(),
  by: id,
  at: instant,
  expiresAt: instant,
  withdrawn: z.object({ by: id, at: instant }).nullable(),
  /** Groups that it has kept from opening a lead. */
  appliedTo: z.array(id),
});
export const mark = markFacts.meta({ id: "Mark" });

export const group = z
  .object({
    ...facts,
    layers: z.array(z.string()),
    logE: z.number(),
    q: z.number(),
    /** Where it stands: on each axis the adjusted level of what places it there; null: nothing was tested that could. */
    axes: z.object({
      coordinated: z.number(),
      inauthentic: z.number().nullable(),
      /** The level that is asked for. */
      asked: z.number().nullable(),
    }),
    /** What the newest judgement could see, and could not; null where it was judged before this was kept. */
    sight: sight.nullable(),
    coordinated: z.array(signal),
    inauthentic: z.array(signal),
    accounts: z.array(accountFinding),
    objects: z.array(sharedObject),
    edges: z.array(edge),
    samples: z.array(sample),
    concentration: z.array(
      z.object({
        trait: z.string(),
        effective: z.number(),
        effectiveExpected: z.number(),
        accountsKnown: z.int(),
        /** By ordinal: what they stand for is not told. */
        bars: z.array(z.object({ label: z.string(), group: z.number(), population: z.number() })),
      }),
    ),
    timeline: z.object({
      from: time,
      stepMs: z.number(),
      observed: z.array(z.number()),
      expected: z.array(z.number()),
    }),
    /** Honest readings that were weighed, and how well each fits. */
    explanations: z.array(
      z.object({
        kind: z.string(),
        fits: z.enum(["well", "partly", "poorly", "unknown"]),
        reason: z.string(),
        numbers: z.record(z.string(), z.number()),
      }),
    ),
    /** Oldest first; of long lives the early part is thinned. */
    course: z.array(
      z.object({ epoch: instant, kind: groupKind, accounts: z.int(), objects: z.int(), logE: z.number() }),
    ),
    marks: z.array(mark),
  })
  .meta({ id: "Group" });

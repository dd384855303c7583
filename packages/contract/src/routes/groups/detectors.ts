import { z } from "zod";
import { id, instant } from "../../common.ts";
import { markFacts } from "./group.ts";

/** The families of tests, as docs/engine.md describes them. */
export const familyName = z
  .enum(["co_timing", "co_selection", "samples", "burst", "concentration", "origin", "automation", "hire"])
  .meta({ id: "FamilyName" });

const resumption = z.object({ by: id, reason: z.string(), at: instant });

const familyOverview = z
  .object({
    family: familyName,
    axis: z.enum(["coordinated", "inauthentic"]),
    null: z.string(),
    state: z.enum(["active", "paused"]),
    since: instant.nullable(),
    /** Why it was paused: leads of that day against those of `pastDays` days before, and how likely that was at one steady rate. */
    jump: z.object({ today: z.int(), past: z.int(), pastDays: z.int(), p: z.number() }).nullable(),
    resumed: resumption.nullable(),
    /** Groups worth a lead today in which it spoke. */
    today: z.int(),
  })
  .meta({ id: "FamilyOverview" });

const precision = z
  .object({
    family: familyName,
    detectorVersion: z.string(),
    /** Leads that people found to be campaigns, or not; that ended in a way that says neither; that wait. */
    confirmed: z.int(),
    dismissed: z.int(),
    neither: z.int(),
    waiting: z.int(),
    /** `confirmed` of `confirmed + dismissed`, and its 95% interval (Wilson); null before the first. */
    precision: z.number().nullable(),
    low: z.number(),
    high: z.number(),
  })
  .meta({ id: "Precision" });

export const miss = z
  .object({
    subject: z.enum(["account", "group"]),
    offered: z.int(),
    missed: z.int(),
    fine: z.int(),
    unclear: z.int(),
    /** Share missed of those that could be told, and its 95% interval (Wilson); null before the first. */
    share: z.number().nullable(),
    low: z.number(),
    high: z.number(),
    /** That share of all that could have been drawn on a day. */
    missedPerDay: z.object({ low: z.number(), high: z.number() }).nullable(),
  })
  .meta({ id: "MissEstimate" });

export const detectorOverview = z
  .object({
    /** Null before the first judgement. */
    detector: z
      .object({
        version: z.string(),
        fingerprint: z.string(),
        since: instant,
        until: instant,
        confirmed: z.object({ by: id, at: instant, previewId: id }).nullable(),
        /** It still observes: its leads alert nobody. */
        learning: z.boolean(),
      })
      .nullable(),
    families: z.array(familyOverview),
    leads: z.object({
      perDay: z.int(),
      openedToday: z.int(),
      /** Open groups whose leads are held back, by why. */
      held: z.object({ marked: z.int(), paused: z.int(), quota: z.int() }),
    }),
    precision: z.array(precision),
    misses: z.array(miss),
    /** Empty for whoever may not read groups. */
    marks: z.array(markFacts),
  })
  .meta({ id: "DetectorOverview" });

import { z } from "zod";

const shortfall = z.object({ what: z.string(), reason: z.string(), have: z.number(), need: z.number() });

/** What a judgement looked at, and what it could not judge. */
export const sight = z
  .object({
    /** First and last event time judged. */
    from: z.number(),
    to: z.number(),
    /** The coarsest step that explains every time stamp. */
    clock: z.object({ name: z.enum(["day", "hour", "minute", "second", "millisecond"]), tickMs: z.number() }),
    population: z.object({
      actions: z.int(),
      accounts: z.int(),
      texts: z.int(),
      samples: z.int(),
      layers: z.array(z.object({ layer: z.string(), objects: z.int(), rows: z.int() })),
    }),
    candidatesTested: z.int(),
    /** False-discovery rate over all candidates. */
    fdr: z.number(),
    /** Bounds that were reached, and how often. */
    limits: z.array(z.object({ limit: z.string(), value: z.number(), times: z.number() })),
    /** Tests that the selection of the input makes meaningless. */
    switchedOff: z.array(z.object({ what: z.string(), reason: z.string() })),
    /** Too little data: there is `have` where `need` is needed. */
    insufficient: z.array(shortfall),
  })
  .meta({ id: "Sight" });

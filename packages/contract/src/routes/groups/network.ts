import { z } from "zod";
import { id } from "../../common.ts";
import { proposedRole } from "./group.ts";

const place = z.int().min(0);

/** Who of a group was in step on what, and when: bounded, and it says what was left off. */
export const groupNetwork = z
  .object({
    id,
    /** Of the group: where another read gives another, they are of different epochs. */
    version: z.int(),
    accounts: z.array(z.object({ account: z.string(), role: proposedRole, inStep: z.int() })).max(5000),
    objects: z.array(z.object({ layer: z.string(), id: z.string(), members: z.int(), accounts: z.int() })).max(50),
    /** Actions in step in the order of time, as columns; `account` and `object` are places in the lists above. */
    actions: z.object({
      at: z.array(z.number()).max(20_000),
      account: z.array(place).max(20_000),
      object: z.array(place).max(20_000),
    }),
    leftOff: z.object({ accounts: z.int(), actions: z.int() }),
  })
  .meta({ id: "GroupNetwork" });

import { groupKind } from "@breakwater/contract";
import { z } from "zod";

/** What of the list of groups the address says. What it says wrongly counts as not said. */
export const groupSearch = z.object({
  kind: groupKind.optional().catch(undefined),
  state: z.enum(["open", "ended"]).optional().catch(undefined),
});
export type GroupSearch = z.infer<typeof groupSearch>;

/** Of one group: layers that are not drawn, and up to when the replay stands. */
export const pictureSearch = z.object({
  hide: z.array(z.string().max(40)).max(20).optional().catch(undefined),
  until: z.number().optional().catch(undefined),
});
export type PictureSearch = z.infer<typeof pictureSearch>;

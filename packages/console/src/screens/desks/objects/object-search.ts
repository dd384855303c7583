import { z } from "zod";

/** What of a list the address says. What it says wrongly counts as not said. */
export const objectSearch = z.object({
  show: z.enum(["over", "all"]).optional().catch(undefined),
  sort: z.enum(["due"]).optional().catch(undefined),
});
export type ObjectSearch = z.infer<typeof objectSearch>;

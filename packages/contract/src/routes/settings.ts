import { z } from "zod";
import { defineRoute, type Route } from "../route.ts";

export const setting = z
  .object({
    /** As the file names it, its table before it: `detection.fdr`. */
    option: z.string(),
    /** Null: not given, and without a default. */
    value: z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.null()]),
    isDefault: z.boolean(),
    /** Least and greatest, both included; null where it is no number. */
    range: z.object({ least: z.number(), most: z.number() }).nullable(),
  })
  .meta({ id: "Setting" });

export const listSettings = defineRoute({
  id: "listSettings",
  method: "GET",
  path: "/v1/settings",
  access: "access:read",
  summary:
    "What the configuration file says, to read: it is changed in the file. Folders and files of the machine are left out, and so are their contents.",
  tag: "settings",
  status: 200,
  response: z.object({ items: z.array(setting) }).meta({ id: "Settings" }),
});

export const settingsRoutes: readonly Route[] = [listSettings];

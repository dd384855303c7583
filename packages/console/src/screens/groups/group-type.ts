import type { group as groupSchema, groupNetwork, groupSummary } from "@breakwater/contract";
import type { z } from "zod";

export type Group = z.infer<typeof groupSchema>;
export type GroupLine = z.infer<typeof groupSummary>;
export type Network = z.infer<typeof groupNetwork>;
export type Signal = Group["coordinated"][number];

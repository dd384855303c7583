import type { ruleStatuses } from "@breakwater/contract";
import type { Tone } from "../../../ui/Tag.tsx";

export const ruleTones: Readonly<Record<(typeof ruleStatuses)[number], Tone>> = {
  draft: "act",
  reviewed: "act",
  published: "good",
  in_force: "good",
  replaced: "plain",
  withdrawn: "plain",
};

import type { checkAnswer } from "@breakwater/contract";
import type { z } from "zod";

export type CheckAnswer = z.output<typeof checkAnswer>;

/** What an answer says of claims. */
export type MatchAnswer = Pick<CheckAnswer, "relation" | "band" | "confidence" | "entry" | "matches" | "prompt">;

/** Of a post that has to do with no claim, or was not looked at in time. */
export const nothingMatched: MatchAnswer = {
  relation: "none",
  band: "nothing",
  confidence: 0,
  entry: null,
  matches: [],
  prompt: null,
};

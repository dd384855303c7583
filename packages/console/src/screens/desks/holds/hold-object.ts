import { commandHold, getHold, listHolds, type holdView } from "@breakwater/contract";
import type { z } from "zod";
import type { DeskObject } from "../objects/desk-object.ts";
import { holdWords } from "./words.ts";

export type HoldView = z.infer<typeof holdView>;
type HoldLine = z.infer<(typeof listHolds)["response"]>["items"][number];

export const holdObject: DeskObject<HoldLine, HoldView> = {
  desk: "holds",
  path: "/desks/holds",
  list: listHolds,
  read: getHold,
  command: commandHold,
  open: ["held"],
  over: ["released_ttl", "released_human", "confirmed"],
  words: holdWords,
};

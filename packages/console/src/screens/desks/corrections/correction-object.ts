import { commandCorrection, getCorrection, listCorrections, type correctionView } from "@breakwater/contract";
import type { z } from "zod";
import type { DeskObject } from "../objects/desk-object.ts";
import { correctionWords } from "./words.ts";

export type CorrectionView = z.infer<typeof correctionView>;
type CorrectionLine = z.infer<(typeof listCorrections)["response"]>["items"][number];

export const correctionObject: DeskObject<CorrectionLine, CorrectionView> = {
  desk: "corrections",
  path: "/desks/corrections",
  list: listCorrections,
  read: getCorrection,
  command: commandCorrection,
  open: ["asked"],
  over: ["answered"],
  words: correctionWords,
};

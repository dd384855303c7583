import { commandUnmasking, getUnmasking, listUnmaskings, type unmaskingView } from "@breakwater/contract";
import type { z } from "zod";
import type { DeskObject } from "../objects/desk-object.ts";
import { unmaskingWords } from "./words.ts";

type UnmaskingView = z.infer<typeof unmaskingView>;
type UnmaskingLine = z.infer<(typeof listUnmaskings)["response"]>["items"][number];

export const unmaskingObject: DeskObject<UnmaskingLine, UnmaskingView> = {
  desk: "unmasking",
  path: "/desks/unmasking",
  list: listUnmaskings,
  read: getUnmasking,
  command: commandUnmasking,
  open: ["requested"],
  over: ["granted", "refused"],
  words: unmaskingWords,
};

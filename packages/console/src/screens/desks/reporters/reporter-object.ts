import { commandReporter, getReporter, listReporters, type reporterView } from "@breakwater/contract";
import type { z } from "zod";
import type { DeskObject } from "../objects/desk-object.ts";
import { reporterWords } from "./words.ts";

type ReporterView = z.infer<typeof reporterView>;
type ReporterLine = z.infer<(typeof listReporters)["response"]>["items"][number];

export const reporterObject: DeskObject<ReporterLine, ReporterView> = {
  desk: "reporters",
  path: "/desks/reporters",
  list: listReporters,
  read: getReporter,
  command: commandReporter,
  open: ["warned", "suspended"],
  over: ["good_standing"],
  words: reporterWords,
};

import { commandOperation, getOperation, listOperations, type operationView } from "@breakwater/contract";
import type { z } from "zod";
import type { DeskObject } from "../objects/desk-object.ts";
import { operationWords } from "./words.ts";

export type OperationView = z.infer<typeof operationView>;
type OperationLine = z.infer<(typeof listOperations)["response"]>["items"][number];

export const operationObject: DeskObject<OperationLine, OperationView> = {
  desk: "operations",
  path: "/desks/operations",
  list: listOperations,
  read: getOperation,
  command: commandOperation,
  open: ["running", "ended"],
  over: ["reported"],
  words: operationWords,
};

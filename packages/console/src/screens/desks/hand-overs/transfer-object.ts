import { commandTransfer, getTransfer, listTransfers, type transferView } from "@breakwater/contract";
import type { z } from "zod";
import type { DeskObject } from "../objects/desk-object.ts";
import { transferWords } from "./words.ts";

export type TransferView = z.infer<typeof transferView>;
type TransferLine = z.infer<(typeof listTransfers)["response"]>["items"][number];

export const transferObject: DeskObject<TransferLine, TransferView> = {
  desk: "hand-overs",
  path: "/desks/hand-overs",
  list: listTransfers,
  read: getTransfer,
  command: commandTransfer,
  open: ["sent"],
  over: ["returned", "lapsed", "recalled"],
  words: transferWords,
};

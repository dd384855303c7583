import {
  commandAuthorityRequest,
  getAuthorityRequest,
  listAuthorityRequests,
  type requestView,
} from "@breakwater/contract";
import type { z } from "zod";
import type { DeskObject } from "../objects/desk-object.ts";
import { requestWords } from "./words.ts";

export type RequestView = z.infer<typeof requestView>;
type RequestLine = z.infer<(typeof listAuthorityRequests)["response"]>["items"][number];

export const requestObject: DeskObject<RequestLine, RequestView> = {
  desk: "authority",
  path: "/desks/authority",
  list: listAuthorityRequests,
  read: getAuthorityRequest,
  command: commandAuthorityRequest,
  open: ["received", "validating", "returned"],
  over: ["answered", "narrowed", "refused"],
  words: requestWords,
};

import { commandSelfReview, getSelfReview, listSelfReviews, type reviewView } from "@breakwater/contract";
import type { z } from "zod";
import type { DeskObject } from "../objects/desk-object.ts";
import { reviewWords } from "./words.ts";

export type ReviewView = z.infer<typeof reviewView>;
type ReviewLine = z.infer<(typeof listSelfReviews)["response"]>["items"][number];

export const reviewObject: DeskObject<ReviewLine, ReviewView> = {
  desk: "reviews",
  path: "/desks/reviews",
  list: listSelfReviews,
  read: getSelfReview,
  command: commandSelfReview,
  open: ["open", "finished"],
  over: ["settled"],
  words: reviewWords,
};

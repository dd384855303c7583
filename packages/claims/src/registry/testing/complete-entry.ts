import type { Entry } from "../entry.ts";

/** A determination that may have an effect: an own one, published, false, with an address and three people behind it. */
export const completeEntry: Entry = {
  id: "complete",
  claim: "The bridge will be closed for a year",
  wordings: [],
  verdict: "false",
  sources: ["https://city.example/bridge"],
  url: "https://desk.example/bridge",
  languages: [],
  regions: [],
  tags: [],
  media: [],
  origin: "own",
  authors: ["ana"],
  reviewers: ["bo", "cy"],
  adoptedBy: [],
  status: "published",
};

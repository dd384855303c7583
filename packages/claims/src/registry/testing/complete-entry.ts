import type { Entry } from "../entry.ts";

/** A determination that may have an effect: an own one, published, false, with an address and three people behind it. */
export const completeEntry: Entry = {
  id: "complete",
  claim: "The bridge will be closed for a year",
  wordings: [],
  verdict: "false",
  sources: [
    { text: "https://city.example/bridge", kind: "official_statement" },
    { text: "https://gazette.example/visit", kind: "press" },
  ],
  rightOfReply: "We asked whoever posted it first; they did not answer.",
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

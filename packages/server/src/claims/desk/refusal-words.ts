import type { DeskRefusal } from "./claim-desk.ts";

/** Why the registry said no, and what to do. */
export const refusalWords: Readonly<Record<DeskRefusal, string>> = {
  no_name: "Nobody is named who does it.",
  no_reason: "Say why: it is kept with the version.",
  not_an_entry: "A field cannot be read as what it should be.",
  unknown_entry: "There is no claim of this id.",
  id_taken: "This claim stands in the registry already; edit or correct that one.",
  id_is_own: "It stands in the registry as one of our own.",
  not_own: "It is an import: adopt it, or edit it.",
  not_imported: "It is one of our own: it is reviewed, not adopted.",
  withdrawn: "It is withdrawn.",
  no_change: "Nothing would change.",
  already_published: "It is published: correct it, with a reason.",
  not_yet_published: "It is not published yet.",
  already_reviewed: "You have reviewed this text, or it needs no more reviews.",
  own_review: "Whoever wrote a text does not review it.",
  two_reviews_needed: "Two people other than the author have to review this text first.",
  no_public_url: "Give an http or https address where everybody can read it.",
  already_adopted: "You have adopted it already.",
  version_differs: "It is no longer at the version that you named; read it again.",
};

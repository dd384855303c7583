import { useWords } from "../../../app/context.tsx";
import type { Offer } from "../forms/BodyForm.tsx";
import { requestWords } from "./words.ts";

/** What an authority's request can ask for, and which of its fields are short. */
export function useRequestOffers(): Readonly<Record<string, Offer>> {
  const words = useWords(requestWords);
  const short: Offer = { isShort: true };
  return { authority: short, legalBasis: short, asksFor: { choices: Object.entries(words.asked) } };
}

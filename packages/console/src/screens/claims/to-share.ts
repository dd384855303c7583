import type { Format } from "../../words/format.ts";

const most = 0.99;

/** How sure a match is. No match is certain, and none is shown as if it were: `> 99%`. */
export function toShare(confidence: number, format: Format): string {
  return confidence > most ? `> ${format.percent(most)}` : format.percent(confidence);
}

import type { Figure, ShareCell, TimeCell } from "@breakwater/casework";
import type { Format } from "../../words/format.ts";
import type { FiguresWords } from "./words/en.ts";

type Telling = { readonly format: Format; readonly words: FiguresWords };

/** What a figure says, in one short phrase. */
export function tellValue(figure: Figure, telling: Telling): string {
  switch (figure.kind) {
    case "share":
      return tellShare(figure, telling);
    case "time":
      return tellTime(figure, telling);
    default:
      return telling.format.number(figure.count);
  }
}

export function tellShare({ share, hits, of }: ShareCell, { format, words }: Telling): string {
  if (share === null) return words.nothingToShare;
  return words.shareTold(format.percent(share), format.number(hits), format.number(of));
}

export function tellTime({ count, medianHours, p90Hours }: TimeCell, { format, words }: Telling): string {
  if (medianHours === null) return words.fewTimes(format.number(count));
  const hours = (value: number): string => words.hours(format.figure(value));
  return words.times(format.number(count), hours(medianHours), hours(p90Hours ?? medianHours));
}

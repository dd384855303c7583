import { figureKeys, type Figure, type FigureKey, type Figures } from "@breakwater/casework";
import type { figures as figuresSchema } from "@breakwater/contract";
import type { z } from "zod";

export type FiguresAnswer = z.infer<typeof figuresSchema>;

const keys: ReadonlySet<string> = new Set(figureKeys);

export function isFigureKey(key: string): key is FigureKey {
  return keys.has(key);
}

/** Those figures for which this console has words and definitions; a newer service may have more. */
export function toKnownFigures(answer: FiguresAnswer): Figures {
  const figures = answer.figures.flatMap((figure): readonly Figure[] => {
    const { key } = figure;
    return isFigureKey(key) ? [{ ...figure, key }] : [];
  });
  return { ...answer, figures };
}

/** How many are in it at all. */
export function toSize(figure: Figure): number {
  return figure.kind === "share" ? figure.of : figure.count;
}

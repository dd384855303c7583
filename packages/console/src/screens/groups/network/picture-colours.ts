import { resolveColour } from "../../../ui/chart/resolve-colour.ts";

export type PictureColours = {
  readonly account: string;
  readonly source: string;
  readonly thing: string;
  readonly edge: string;
  readonly chosen: string;
  readonly faint: string;
  readonly ink: string;
  readonly raised: string;
  readonly line: string;
};

/** The page's colours as a canvas wants them, by day or by night. */
export function readColours(element: Element): PictureColours {
  const style = getComputedStyle(element);
  const colour = (name: string): string => resolveColour(style, name);
  return {
    account: colour("--coordinated"),
    source: colour("--good"),
    thing: colour("--ink"),
    edge: withAlpha(colour("--edge"), 0.35),
    chosen: colour("--act"),
    faint: withAlpha(colour("--edge"), 0.25),
    ink: colour("--ink"),
    raised: colour("--raised"),
    line: colour("--line"),
  };
}

/** `rgb(1, 2, 3)` with a share of opacity. */
function withAlpha(colour: string, alpha: number): string {
  return colour.replace(/^rgb\((.*)\)$/, `rgba($1, ${alpha})`);
}

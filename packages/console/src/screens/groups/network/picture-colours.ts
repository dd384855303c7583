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

/** From here on lines lie on one another, and each has to be fainter. */
const manyEdges = 4000;

/** The page's colours as a canvas wants them, by day or by night. */
export function readColours(element: Element, edges: number): PictureColours {
  const style = getComputedStyle(element);
  const colour = (name: string): string => resolveColour(style, name);
  return {
    account: colour("--coordinated"),
    source: colour("--good"),
    thing: colour("--ink"),
    edge: mix(colour("--edge"), colour("--well"), edges > manyEdges ? 0.15 : 0.35),
    chosen: colour("--act"),
    faint: mix(colour("--edge"), colour("--well"), 0.25),
    ink: colour("--ink"),
    raised: colour("--raised"),
    line: colour("--line"),
  };
}

/** So much of one colour over another: lines that let through what is behind them come out too bright on a canvas like this. */
function mix(colour: string, ground: string, share: number): string {
  const [over, under] = [colour, ground].map((one) => (one.match(/[\d.]+/g) ?? []).map(Number));
  const parts = [0, 1, 2].map((i) => Math.round((over?.[i] ?? 0) * share + (under?.[i] ?? 0) * (1 - share)));
  return `rgb(${parts.join(", ")})`;
}

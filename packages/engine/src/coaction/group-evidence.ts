import { logBetaBinomialWhole } from "../math/distributions.ts";
import { logSumExp } from "../math/multiplicity.ts";
import type { CellView } from "./cell-view.ts";
import { logNull } from "./in-step-null.ts";
import type { LockstepPriors } from "./lockstep-rates.ts";
import { firstAbove, firstAtLeast } from "./sorted-counts.ts";

export type EvidenceOptions = {
  /** Half widths of the windows, ms, ascending, none finer than the clock's tick. */
  readonly scales: readonly number[];
  readonly anchorsMax: number;
  /**
   * Cells whose middle times fall into one episode are averaged, not multiplied: so many ms at least, and
   * `episodeWindows` times the half width of the window.
   */
  readonly episodeMs: number;
  readonly episodeWindows: number;
  /** What honest cells of the same size show; null where only the cell's own rows may speak. */
  readonly priors: LockstepPriors | null;
};

export type GroupEvidence = {
  /** Natural logarithm of the group's e-value; 0 where nothing could be tested. */
  readonly logE: number;
  /** The scale (index into `scales`) that carries most of it. */
  readonly scale: number;
  /** Cells that could be tested. */
  readonly cells: number;
};

/** Shapes x of the alternatives BetaBinomial(m - 1; x, 1): from "anything" to "nearly all in step". */
const alternatives: readonly number[] = [1, 3, 9];
/** Shares of the cells on which the group acts in step: what is left is camouflage. */
const sharesInStep: readonly number[] = [0.05, 0.3, 0.9];

/**
 * The e-value of a candidate under null A: in each cell it is fixed who acted, and exchangeable when.
 *
 * Given a member's row (the anchor), the other m - 1 members are a random draw from the cell's other n - 1 rows, so
 * the count L of them within the window is hypergeometric: exactly, whatever the rhythm of the cell. The likelihood
 * ratio against a beta-binomial alternative is an e-value; so is its mean over anchors, the product over cells
 * (shuffles of cells are independent), and the mean over scales, alternatives and shares in step.
 * Cells of one episode are averaged instead: two people who are online in the same hour may meet on ten objects, and
 * that is one coincidence, not ten; for windows of hours, so is being online on the same day. The middle time of a cell
 * does not depend on who acted when, so this is fixed by the null.
 * Where members are all there is, L is certain and the cell gives nothing. Cost: O(rows of members × scales × log n).
 */
export function weighGroup(cells: readonly CellView[], options: EvidenceOptions): GroupEvidence {
  const tested = cells.filter((cell) => options.priors !== null || cell.at.length > cell.members.length);
  if (tested.length === 0) return { logE: 0, scale: 0, cells: 0 };
  const anchors = tested.map((cell) => drawAnchors(cell, options.anchorsMax));
  const logs = options.scales.flatMap((halfWidth, scale) => {
    const episodeMs = Math.max(options.episodeMs, options.episodeWindows * halfWidth);
    const episodes = new Map<number, Episode>();
    tested.forEach((cell, i) => {
      const name = Math.floor(cell.at[cell.at.length >> 1] / episodeMs);
      const episode = episodes.get(name) ?? { cells: 0, ratio: new Float64Array(alternatives.length) };
      episodes.set(name, episode);
      episode.cells += 1;
      addRatios(cell, scale, { options, anchors: anchors[i], sum: episode.ratio });
    });
    return multiplyEpisodes([...episodes.values()]);
  });
  const best = logs.reduce((most, log, i) => (log > logs[most] ? i : most), 0);
  const scale = Math.floor(best / (alternatives.length * sharesInStep.length));
  return { logE: logSumExp(logs) - Math.log(logs.length), scale, cells: tested.length };
}

type Episode = { cells: number; readonly ratio: Float64Array };

/** Logarithm of the e-value of one scale, for each alternative and share in step. */
function multiplyEpisodes(episodes: readonly Episode[]): readonly number[] {
  return alternatives.flatMap((_, x) =>
    sharesInStep.map((share) =>
      episodes.reduce((sum, { cells, ratio }) => sum + Math.log(1 - share + share * (ratio[x] / cells)), 0),
    ),
  );
}

/**
 * The members' positions, or one member's in m / `most`, drawn by who it is. By rank in time the first would always be
 * among them, and whoever is known to be first is no longer a random row: the mean e-value then exceeds 1.
 */
function drawAnchors({ cell, account, members }: CellView, most: number): Int32Array {
  if (members.length <= most) return members;
  const drawn = members.filter((position) => drawOf(account[position], cell) * members.length < most);
  return drawn.length > 0 ? drawn : members;
}

/** A number in [0, 1) that says nothing of time. */
function drawOf(account: number, cell: number): number {
  return ((Math.imul(account + 1, 0x9e3779b1) ^ Math.imul(cell + 1, 0x85ebca6b)) >>> 0) / 4294967296;
}

/** Adds the mean over anchors of alternative / null to `sum`, for each alternative. */
function addRatios(
  cell: CellView,
  scale: number,
  given: { readonly options: EvidenceOptions; readonly anchors: Int32Array; readonly sum: Float64Array },
): void {
  const { at, members } = cell;
  const { options, anchors, sum } = given;
  const m = members.length;
  const halfWidth = options.scales[scale];
  const prior = options.priors === null ? null : options.priors.priorOf(at.length, scale);
  const logAlternative = alternativesOf(m - 1);
  for (const anchor of anchors) {
    const time = at[anchor];
    const low = firstAtLeast(at, time - halfWidth);
    const high = firstAbove(at, time + halfWidth);
    const inside = firstAtLeast(members, high) - firstAtLeast(members, low) - 1;
    const chance = logNull(
      { members: m - 1, inside, outsiders: at.length - m, outsidersIn: high - low - 1 - inside },
      prior,
    );
    for (let x = 0; x < alternatives.length; x += 1) {
      const log = logAlternative[inside * alternatives.length + x] - chance;
      sum[x] += Math.exp(Math.min(log, logRatioMax)) / anchors.length;
    }
  }
}

/** Keeps sums of ratios finite; cutting an e-value keeps it one. */
const logRatioMax = 600;

/** Log probability of each count of 0…`others` members, under each alternative: `count * alternatives + alternative`. */
function alternativesOf(others: number): Float64Array {
  const known = alternativesKnown.get(others);
  if (known !== undefined) return known;
  const logs = new Float64Array((others + 1) * alternatives.length);
  for (let count = 0; count <= others; count += 1) {
    alternatives.forEach((shape, x) => {
      logs[count * alternatives.length + x] = logBetaBinomialWhole(count, others, shape, 1);
    });
  }
  if (others < alternativesKnownMax) alternativesKnown.set(others, logs);
  return logs;
}

/** A table of a pure function: candidates of like size ask for the same few. */
const alternativesKnown = new Map<number, Float64Array>();
const alternativesKnownMax = 512;

import type { Preview } from "./Previews.tsx";

type Result = NonNullable<Preview["result"]>;
export type Move = "found" | "lost" | "raised" | "lowered" | "same";
export const moves = ["found", "lost", "raised", "lowered", "same"] as const;

/** How many of the groups that a preview lists would change, and how. */
export function countMoves({ groups }: Pick<Result, "groups">): Readonly<Record<Move, number>> {
  const counts = { found: 0, lost: 0, raised: 0, lowered: 0, same: 0 };
  for (const { current, proposed } of groups) counts[toMove(current, proposed)] += 1;
  return counts;
}

type Kind = Result["groups"][number]["current"];

function toMove(current: Kind, proposed: Kind): Move {
  if (current === proposed) return "same";
  if (current === null) return "found";
  if (proposed === null) return "lost";
  return proposed === "campaign" ? "raised" : "lowered";
}

const dayMs = 86_400_000;
const ageMaxMs = 7 * dayMs;

/** Why a preview cannot end the observing of the detector that runs; null where it can. The service has the last word. */
export function findConfirmFault(
  { result, finishedAt }: Pick<Preview, "result" | "finishedAt">,
  detector: { readonly fingerprint: string; readonly learning: boolean } | null,
  now: number,
): "not_ready" | "other" | "old" | "done" | null {
  if (detector !== null && !detector.learning) return "done";
  if (result === null || finishedAt === null || detector === null) return "not_ready";
  if (result.proposed.fingerprint !== detector.fingerprint) return "other";
  return now - finishedAt > ageMaxMs ? "old" : null;
}

/** The lines that make a change hold, for the file. What of a preview the file has no option for is left out. */
export function toFileLines({ fdr, windowMs }: Preview["asked"]["changes"]): string | null {
  const lines = [
    ...(fdr === undefined ? [] : [`fdr = ${fdr}`]),
    ...(windowMs === undefined ? [] : [`window_days = ${windowMs / dayMs}`]),
  ];
  return lines.length === 0 ? null : ["[detection]", ...lines].join("\n");
}

import type { Settings } from "../kernel/settings.ts";
import { addMonths, type Instant } from "../kernel/time.ts";
import type { DecisionState } from "./decision.ts";

/**
 * Until when the decision can be appealed: the window runs from the day the person was informed, which after a failed delivery is the
 * first login. Infinity while nothing was tried. Where nobody could ever be told, a far longer time, so that evidence is not kept for
 * ever about people who left.
 */
export function getAppealWindowEnd({ informedAt, notice }: DecisionState, settings: Settings): Instant {
  if (informedAt !== null) return addMonths(informedAt, settings.appealWindowMonths);
  return notice === null ? Infinity : addMonths(notice.firstAttemptAt, settings.appealWindowUninformedMonths);
}

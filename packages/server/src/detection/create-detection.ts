import type { Transactor } from "../state/transactor.ts";
import { createAudits, type Audits } from "./audits/audits.ts";
import { createDetectors, type Detectors } from "./detectors.ts";
import { createFindingsKeeper, type KeeperDeps } from "./findings-keeper.ts";
import { createForgetting, type Forgetting } from "./forgetting.ts";
import { createGroups, type Groups } from "./groups/groups.ts";
import type { FindingsSink } from "./judge/judged-epoch.ts";
import { createMarks, type Marks } from "./marks.ts";
import { createPreviews, type Previews } from "./previews/previews.ts";

export type DetectionDeps = KeeperDeps & { readonly transactor: Transactor; readonly newId: () => string };

/** All that the stores' thread offers of detection. Every method takes and gives plain data. */
export type Detection = {
  /** For the judge. */
  readonly findings: FindingsSink;
  /** For the routes; the judge's thread runs what waits of `previews`. */
  readonly groups: Groups;
  readonly marks: Marks;
  readonly detectors: Detectors;
  readonly previews: Previews;
  readonly audits: Audits;
  /** For whoever follows deletions, and for retention. */
  readonly forgetting: Forgetting;
};

export function createDetection(deps: DetectionDeps): Detection {
  return {
    findings: createFindingsKeeper(deps),
    groups: createGroups(deps),
    marks: createMarks(deps),
    detectors: createDetectors(deps),
    previews: createPreviews(deps),
    audits: createAudits(deps),
    forgetting: createForgetting(deps),
  };
}

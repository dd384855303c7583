import type { Group, GroupKind } from "@breakwater/engine";
import type { Nature, TruthRow } from "@breakwater/simulator";
import { say } from "../words/catalogue.ts";
import { toPhrase, type Phrase } from "../words/phrase.ts";
import { kindWords } from "../words/terms.ts";

/** How one planted crowd came out. */
export type PlantedOutcome = {
  readonly group: string;
  readonly nature: Exclude<Nature, "background">;
  readonly planted: number;
  /** Planted accounts that stand in any group. */
  readonly found: number;
  /** The gravest word said about any of them. */
  readonly kind: GroupKind | null;
};

export type Comparison = {
  readonly outcomes: readonly PlantedOutcome[];
  readonly background: number;
  /** Accounts of the background that stand in any group. */
  readonly backgroundFound: number;
};

/** What was found against what was planted. Sources and victims stand beside a crowd and are not counted in it. */
export function compareWithTruth(groups: readonly Group[], truth: readonly TruthRow[]): Comparison {
  const kinds = new Map<string, GroupKind>();
  for (const group of groups) {
    for (const { account } of group.accounts) {
      if (kinds.get(account) !== "campaign") kinds.set(account, group.kind);
    }
  }
  const outcomes = new Map<string, PlantedOutcome>();
  let [background, backgroundFound] = [0, 0];
  for (const { account, group, nature, role } of truth) {
    const kind = kinds.get(account) ?? null;
    if (nature === "background") {
      background++;
      if (kind !== null) backgroundFound++;
    } else if (role !== "source" && role !== "victim" && role !== "bystander") {
      const before = outcomes.get(group) ?? { group, nature, planted: 0, found: 0, kind: null };
      outcomes.set(group, {
        ...before,
        planted: before.planted + 1,
        found: before.found + (kind === null ? 0 : 1),
        kind: before.kind === "campaign" ? "campaign" : (kind ?? before.kind),
      });
    }
  }
  return { outcomes: [...outcomes.values()], background, backgroundFound };
}

export function sayComparison({ outcomes, background, backgroundFound }: Comparison): readonly Phrase[] {
  const listed = (nature: PlantedOutcome["nature"]) => outcomes.filter((one) => one.nature === nature).map(sayOutcome);
  return [
    say("demo_compared"),
    say("demo_campaigns"),
    ...listed("campaign"),
    say("demo_crowds"),
    ...listed("honest_crowd"),
    say("demo_background", { n: backgroundFound, all: background }),
  ];
}

function sayOutcome({ group, planted, found, kind }: PlantedOutcome): Phrase {
  const share = `  ${group.padEnd(22)}${`${found} / ${planted}`.padStart(9)}   `;
  const said = kind === null ? say("demo_not_found") : kindWords[kind];
  const lead = toPhrase(share);
  return { en: lead.en + said.en, zh: lead.zh + said.zh };
}

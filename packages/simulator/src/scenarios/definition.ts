import type { Nature, ScenarioKnobs } from "../options.ts";
import type { Stage } from "./stage.ts";

/** A kind of crowd or campaign: what it is, in both languages of the product, and how it is planted. */
export type ScenarioDefinition = {
  readonly nature: Exclude<Nature, "background">;
  readonly description: { readonly en: string; readonly zh: string };
  readonly defaults: ScenarioKnobs;
  /** Recruits the accounts and lays down what they do together; their own activity comes by itself. */
  readonly plan: (stage: Stage) => void;
};

/** Knobs of a crowd that shares a moment and nothing else. */
export const plainKnobs: ScenarioKnobs = {
  size: 60,
  objects: 4,
  jitterMs: 600_000,
  join: 0.8,
  camouflage: 0.7,
  evasion: [],
  addressPool: 0,
  devicePool: 0,
  start: 0.3,
  beginAt: null,
  spreadDays: 3,
};

/** Ceilings and periods of what detection does by itself. */
export type LeadPolicy = {
  /** Leads opened on one UTC day at most; what is beyond waits, counted. */
  readonly leadsPerDay: number;
  /** How long a new detector observes, milliseconds. */
  readonly observeMs: number;
  /** A group ends when it was not found for so many epochs. Near the level a group comes and goes; what is told to people as its end should stand. */
  readonly endAfterEpochs: number;
  /** A family is paused where its day is less likely than `pauseLevel` under its own past, of at least `pauseDaysMin` and at most `pauseDaysMax` days, and has at least `pauseLeadsMin`. */
  readonly pauseLevel: number;
  readonly pauseDaysMin: number;
  readonly pauseDaysMax: number;
  readonly pauseLeadsMin: number;
};

const dayMs = 86_400_000;

/** With eight families tested each day at 0.0001, one is paused for nothing in about three years. */
export const defaultLeadPolicy: LeadPolicy = {
  leadsPerDay: 20,
  observeMs: 7 * dayMs,
  endAfterEpochs: 96,
  pauseLevel: 0.0001,
  pauseDaysMin: 7,
  pauseDaysMax: 28,
  pauseLeadsMin: 5,
};

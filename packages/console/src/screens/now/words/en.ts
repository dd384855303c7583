export const en = {
  now: "Now",
  intro: "What goes on in the community, what waits for somebody, and whether the machine is well.",
  nothingAllowed:
    "None of your roles may read leads or groups, so this page has nothing of theirs. What you may reach stands in the navigation.",

  rhythm: "Against the usual rhythm",
  rhythmIntro: "The group that acted together most lately, against what its objects' usual rhythm would bring.",
  rhythmText: (observed: string, expected: string, accounts: string): string =>
    `${accounts} accounts: ${observed} actions observed, ${expected} expected.`,
  quietTitle: "No group acts together just now",
  quietHint: "When detectors find accounts that act together more than chance explains, their pace shows here.",
  theGroups: "groups",
  toGroup: "The whole group",

  open: "Waiting leads",
  newest: "newest first",
  all: "All leads",
  noneOpen: "No lead is waiting.",
  noneOpenHint: "Detectors and reports open them; they show here by themselves.",
  theLeads: "leads",
  count: (n: string, hasMore: boolean): string => (hasMore ? `${n} or more` : n),

  clocks: "About to run out",
  clocksHint: "A lead on which nobody acts expires, and counts as a lapse in public.",
  noClock: "Nothing runs out within a week.",

  health: "Health",
  service: "Service",
  ready: "ready",
  notReady: "not ready",
  line: "Events",
  judge: "Detector",
  neverJudged: "has not judged yet",
  judgedUntil: "judged until",
  learning: "still learning: its leads alert nobody",
  families: "Families of tests",
  allActive: "all active",
  paused: (names: string): string => `paused: ${names}`,
  leadsToday: "Leads opened today",
  ofAllowed: (today: string, perDay: string): string => `${today} of at most ${perDay}`,
  held: "Held back",
  heldText: (marked: string, paused: string, quota: string): string =>
    `${marked} marked benign, ${paused} by a paused family, ${quota} beyond the day's number`,
  nothingHeld: "nothing",
  precision: "Found right by people",
  noPrecision: "nobody has judged a lead yet",
  theHealth: "the state of the detectors",
};

export type NowWords = typeof en;

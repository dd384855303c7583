export const en = {
  groups: "Groups",
  theGroups: "groups",
  theGroup: "the group",
  intro:
    "Accounts that acted together more than chance allows. Together is not inauthentic: only a group that is unlikely by chance on both axes is called a campaign and opens a lead. Groups are looked at here, never people.",
  group: (id: string): string => `Group ${id}`,
  allGroups: "All groups",

  filters: "Which groups",
  kind: "Found to be",
  kinds: { any: "anything", campaign: "campaigns", coordinated: "coordinated, authenticity unknown" },
  state: "State",
  states: { any: "any", open: "going on", ended: "over" },
  stateOf: { open: "going on", ended: "over" },
  empty: "No group was found so far",
  emptyHint:
    "Detection looks for accounts that are in step again and again on things that few others touch. It needs actions with times and shared things, and a few hours of them.",
  emptyOther: "No group fits these choices",
  emptyOtherHint: "Widen one of the choices above.",
  accountsN: (n: string, count: number): string => `${n} ${count === 1 ? "account" : "accounts"}`,
  thingsN: (n: string, count: number): string => `${n} shared ${count === 1 ? "thing" : "things"}`,

  leads: {
    none: "opens no lead",
    opened: "lead opened",
    marked: "marked: opens no lead",
    paused: "held back: detector paused",
    quota: "held back: today's number of leads is reached",
    refused: "not taken as a lead",
  },
  toLead: "To its lead",

  // What was seen.
  said: "What was seen",
  saidActs: (accounts: string, acts: string, peak: string, within: string, expected: string): string =>
    `${accounts} accounts ${acts}, up to ${peak} of them within ${within}; chance would give ${expected}.`,
  saidPlain: (accounts: string, acts: string): string => `${accounts} accounts ${acts}.`,
  acts: {
    sample: (n: string): string => (n === "1" ? "posted one near-identical text" : `posted ${n} near-identical texts`),
    url: (n: string): string => (n === "1" ? "shared the same link" : `shared the same ${n} links`),
    hashtag: (n: string): string => (n === "1" ? "used the same hashtag" : `used the same ${n} hashtags`),
    mention: (n: string): string => (n === "1" ? "mentioned the same account" : `mentioned the same ${n} accounts`),
    media: (n: string): string => (n === "1" ? "posted the same image" : `posted the same ${n} images or videos`),
    reply: (n: string): string => (n === "1" ? "replied to the same post" : `replied to the same ${n} posts`),
    repost: (n: string): string => (n === "1" ? "reposted the same post" : `reposted the same ${n} posts`),
    like: (n: string): string => (n === "1" ? "liked the same post" : `liked the same ${n} posts`),
    room: (n: string): string => (n === "1" ? "were in the same live room" : `were in the same ${n} live rooms`),
    product: (n: string): string => (n === "1" ? "acted on the same product" : `acted on the same ${n} products`),
    account: (n: string): string => (n === "1" ? "followed the same account" : `followed the same ${n} accounts`),
    report: (n: string): string => (n === "1" ? "reported the same target" : `reported the same ${n} targets`),
  } as Readonly<Record<string, (n: string) => string>>,
  actsOther: (n: string, layer: string): string => `acted on ${n} shared things (${layer})`,
  and: " and ",
  colon: ": ",
  saidCampaign: (families: string): string =>
    `Apart from that, and tested separately: ${families}. Unlikely by chance on both axes.`,
  saidUnknown:
    "Nothing in this input shows that these accounts are other than they seem: coordinated, authenticity unknown. This opens no lead.",
  saidUnknownOdd: (families: string): string =>
    `Seen too, and not enough by itself: ${families}; honest accounts do the like. Coordinated, authenticity unknown. This opens no lead.`,
  saidUntested: "Whether the accounts are what they seem could not be tested with this input.",

  // Place on both axes.
  axesHint: "Further right or up: harder to explain by chance. Only beyond both dashed lines is a group a campaign.",
  axisX: "coordinated →",
  axisY: "inauthentic →",
  axesCampaign: "campaign",
  axesUnknown: "authenticity unknown",
  axesAlt: (coordinated: string, inauthentic: string): string =>
    `Coordinated: ${coordinated}. Inauthentic: ${inauthentic}.`,
  levelBeyond: (level: string, asked: string): string =>
    `unlikely by chance (level ${level}, asked for at most ${asked})`,
  levelShort: (level: string, asked: string): string =>
    `chance explains it (level ${level}, asked for at most ${asked})`,
  levelAlone: (level: string): string => `level ${level}`,
  untested: "could not be tested",

  // Network and replay.
  picture: "Who was in step on what, and when",
  pictureHint:
    "Small dots are accounts, large ones the things that they share; a line is an action in step. Accounts appear under names made for this group alone.",
  pictureText: (accounts: string, things: string, actions: string): string =>
    `${accounts} accounts in step on ${things} things, ${actions} times.`,
  leftOff: (accounts: string, actions: string): string =>
    `Left off, so that it can be drawn: ${accounts} accounts and ${actions} actions, evenly over time. All are counted in the figures.`,
  noWebgl:
    "This browser cannot draw the network: it has no WebGL, or it is switched off. The tables below say the same.",
  noActions: "This group was found before times were kept for each account, so there is nothing to draw.",
  thePicture: "the network",
  laying: "arranging…",
  layers: "Layers",
  layerN: (layer: string, n: string): string => `${layer} (${n})`,
  zoomIn: "Zoom in",
  zoomOut: "Zoom out",
  wholePicture: "Whole picture",
  pictureHelp: "Drag to move; Ctrl and the wheel zoom; press a dot to see what it is.",
  legend: { account: "account", source: "source, copied by others", thing: "shared thing" },
  chosenAccount: (name: string, role: string, times: string, things: string): string =>
    `${name}: ${role}; in step ${times} times on ${things} things.`,
  chosenThing: (layer: string, name: string, members: string, all: string): string =>
    `${layer}: ${name}. ${members} accounts of the group were in step on it; ${all} accounts touched it in all.`,
  chosenNone: "Nothing is chosen.",
  letGo: "Let go",
  replay: "Replay",
  replayTime: "Time",
  play: "Play",
  pause: "Pause",
  toEnd: "To the end",
  playStill: "Your system asks for less motion, so nothing plays by itself. Move the slider.",
  replayKey: "Play or pause the replay",
  replayAt: (time: string, actions: string, accounts: string): string =>
    `Up to ${time}: ${actions} actions by ${accounts} accounts`,
  asTable: "The network as a table",
  thing: "Thing",
  layer: "Kind",
  members: "Of the group",
  allOn: "All accounts",
  inWindow: "In one window",
  expected: "Expected",
  window: "Window",
  who: "Accounts of the group",
  andMore: (n: string): string => `and ${n} more`,
  gone: "(taken away by the platform)",

  paceText: (actions: string, peak: string, expected: string): string =>
    `${actions} actions in step. The step of time that stands out most holds ${peak}, where the rhythm of the same things would give ${expected}.`,

  paceFlat: (actions: string): string =>
    `${actions} actions in step, as the rhythm of the same things would have it: hardly anybody else is on them.`,

  // Tests.
  tested: "What was tested",
  testedHint: "Each test beside what its null expects. The null is what would happen if nothing were going on.",
  signal: "Test",
  seen: "Seen",
  result: "Result",
  expectedIf: (nothing: string): string => `Expected if: ${nothing}`,
  byChance: "Level",
  significant: "unlikely by chance",
  chance: "chance explains it",
  told: "told, not counted",
  smallEffect: (what: string, value: string, least: string): string =>
    `too small: ${what} ${value}, where at least ${least} is asked for`,
  behind: (shown: string, total: string): string => `Actions behind it (${shown} of ${total})`,
  when: "Time",
  account: "Account",
  onWhat: "On what",
  text: "Text",
  noTests: "Nothing could be tested on this axis.",

  // Samples.
  samples: "Near-identical texts",
  samplesHint: "First the wording that stands for the sample, then others. Marked: what differs from it.",
  sampleUse: (actions: string, accounts: string): string => `${actions} times by ${accounts} accounts`,
  sameWords: "word for word the same",
  shortened: "shortened",
  moreSamples: (n: string): string => `Show ${n} more`,
  standsFor: "stands for the sample",
  noSamples: "The actions carry no texts, or no two of them are alike.",

  // Concentration.
  concentration: "Concentration",
  concentrationHint:
    "Share of the group's accounts on each value (bar), beside the share in the whole population (line). Values are numbered; what they stand for is not kept.",
  concentrationSaid: (accounts: string, effective: string, expected: string): string =>
    `${accounts} accounts: ${effective} effectively separate values, where as many from the population would have about ${expected}.`,
  concentrationBar: (label: string, group: string, population: string): string =>
    `${label}: ${group} of the group, ${population} of the population`,
  noConcentration: "Nothing is known of networks, devices, clients or registration days, so it could not be compared.",

  // Explanations.
  honest: "Honest explanations considered",
  honestHint: "What else the same evidence could be. These change no test; they are for whoever decides.",
  noHonest: "None could be weighed with this input.",

  // Accounts.
  accounts: "Accounts, one by one",
  accountsHint:
    "Each account with its own evidence, tested without counting its own part in finding the group. In the order of their made-up names: nobody is ranked. A role is a proposal to people; being copied is never evidence against the one who is copied.",
  showIds: "Show the platform's own ids",
  alias: "Account",
  platformId: "Platform's id",
  role: "Proposed role",
  inStep: "In step",
  ofAll: "of all actions",
  byChanceInStep: "By chance",
  heldBy: "Held by",
  things: "Things",
  showMore: (n: string): string => `Show ${n} more`,

  // Unseen.
  unseen: "What the detector did not see",
  unseenNever:
    "It never looks at topic, stance, sentiment, language, or who is criticised. It knows behaviour: times, near-identity, shared things, and where these are given, networks, devices and ages of accounts.",
  unseenWindow: (actions: string, accounts: string, from: string, to: string): string =>
    `It judged ${actions} actions of ${accounts} accounts between ${from} and ${to}. What lies before is forgotten.`,
  unseenClock: { day: "day", hour: "hour", minute: "minute", second: "second", millisecond: "millisecond" },
  unseenTick: (clock: string): string => `Times are known to the ${clock}; anything finer is invisible.`,
  unseenTested: (n: string, fdr: string): string =>
    `${n} candidate groups were tested; of those reported, at most ${fdr} are expected to be chance.`,
  unseenFamilies: "Not tested on this group",
  unseenNotFamilies: "For want of data, or because the group gave no occasion.",
  unseenShort: "Too little data",
  unseenHave: (have: string, need: string): string => `${have} there, ${need} needed`,
  unseenOff: "Switched off by how the input was chosen",
  unseenLimits: "Bounds that were reached",
  unseenTimes: (times: string, value: string): string => `${times} times (bound: ${value})`,
  unseenOld: "What the judgement could not see was not kept when this group was found.",
  unseenAlways:
    "It cannot see coordination without synchrony and without shared infrastructure, groups on a single thing, or anything outside the input.",
  input: "the input",

  // Facts.
  facts: "About it",
  id: "Id",
  detector: "Detector",
  foundSince: "First found",
  lastFound: "Last found",
  actedBetween: "In step between",
  splitFrom: "Parted from",
  mergedInto: "Came into",
  course: "How it grew",
  courseText: (from: string, to: string, epochs: string): string =>
    `From ${from} to ${to} accounts, judgements: ${epochs}`,
  logE: "e-value",
  logEOf: (n: string): string => `e to the power of ${n}`,

  // Marks.
  marks: "What people say of it",
  noMarks: "Nobody has said anything yet.",
  marksHint:
    "A mark keeps this group and its like from opening leads until it ends. It hides nothing: groups stay listed, and marks are counted.",
  markAuthentic: "Authentic coordination…",
  markTitle: "This is authentic coordination",
  markHint: "People who act together in the open. Groups like this one open no lead until the mark ends.",
  markClass: "What it is",
  markClasses: {
    petition: "A petition",
    fan_club: "A fan club",
    press_release: "A press release or syndicated news",
    news: "News that many pass on",
    shared_network: "One school, firm or carrier",
    other: "Something else",
  },
  markWhy: "Why you think so",
  markWhyHint: "Kept, and shown to everybody who works here.",
  markWhyNeeded: "Say in a few words why.",
  markDays: "For how long",
  markDaysN: (n: string): string => `${n} days`,
  markRun: "Mark it",
  markDone: "Marked as authentic coordination.",
  unmark: "Take the mark back",
  unmarkDone: "The mark was taken back.",
  markKinds: { authentic: "authentic coordination", suppressed: "suppressed" },
  markBy: (who: string): string => `by ${who}`,
  markUntil: (when: string): string => `until ${when}`,
  markWithdrawn: "taken back",
  markOver: "over",
  notYours: (roles: string): string => `Your roles may not do this. These may: ${roles}.`,
};

export type GroupWords = typeof en;

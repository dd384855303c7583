import type { ScreenKey } from "../../screens/screen.ts";
import type { LiveState } from "../../api/live/line-state.ts";
import type { Theme } from "../../app/preferences.ts";

export type ShellWords = {
  readonly product: string;
  readonly skip: string;
  readonly navigation: string;
  readonly menu: string;
  readonly screens: Readonly<Record<ScreenKey, string>>;
  readonly goTo: (screen: string) => string;
  readonly notBuilt: string;
  readonly needsRole: (roles: string) => string;
  readonly live: Readonly<Record<LiveState, string>>;
  readonly liveHint: Readonly<Record<LiveState, string>>;
  readonly keys: string;
  readonly keysHere: string;
  readonly keysEverywhere: string;
  readonly nextRow: string;
  readonly previousRow: string;
  readonly settings: string;
  readonly signedInAs: (name: string) => string;
  readonly noRoles: string;
  readonly language: string;
  readonly theme: string;
  readonly themes: Readonly<Record<Theme, string>>;
  readonly keptHere: string;
  readonly breaks: string;
  readonly breaksHint: string;
  readonly breakAfterItems: string;
  readonly breakAfterMinutes: string;
  readonly asHouse: (usual: string) => string;
  readonly never: string;
  readonly pieces: (n: string, count: number) => string;
  readonly minutes: (n: string, count: number) => string;
  readonly breakTitle: string;
  /** `minutes`: null where it was less than one. */
  readonly breakWhy: (items: string, minutes: string | null) => string;
  readonly breakOwn: string;
  readonly takeBreak: string;
  readonly resting: (minutes: string) => string;
  readonly back: string;
  readonly goOn: string;
  readonly changeBreaks: string;
  readonly account: string;
  readonly tokens: string;
  readonly signOut: string;
  readonly signingOut: string;
  readonly page: string;
  readonly notFound: string;
  readonly notFoundHint: string;
  readonly toNow: string;
};

export const en: ShellWords = {
  product: "Breakwater",
  skip: "Skip to content",
  navigation: "Screens",
  menu: "Menu",
  screens: {
    now: "Now",
    leads: "Leads",
    groups: "Groups",
    claims: "Claims",
    cases: "Cases",
    desks: "Desks",
    evidence: "Evidence",
    figures: "Figures",
    "set-up": "Set-up",
  },
  goTo: (screen) => `Go to ${screen}`,
  notBuilt: "Not in this version yet; the API has it.",
  needsRole: (roles) => `For: ${roles}. Ask an administrator.`,
  live: { off: "Not live", connecting: "Connecting…", open: "Live", lost: "Reconnecting…" },
  liveHint: {
    off: "None of your roles may follow events; pages are asked anew when you come back to them.",
    connecting: "Opening the stream of events.",
    open: "What happens shows here by itself, within a second or two.",
    lost: "The stream of events broke off. It is taken up again by itself, and nothing is missed.",
  },
  keys: "Keys",
  keysHere: "On this page",
  keysEverywhere: "Everywhere",
  nextRow: "Next row",
  previousRow: "Previous row",
  settings: "You and this browser",
  signedInAs: (name) => `Signed in as ${name}`,
  noRoles: "You hold no role yet, so there is little to see. Ask an administrator.",
  language: "Language",
  theme: "Appearance",
  themes: { system: "As the system", light: "Light", dark: "Dark" },
  keptHere: "Kept in this browser.",
  breaks: "Breaks",
  breaksHint:
    "What you read is counted in this browser alone, for you, and begins anew after ten minutes without any. It is sent to nobody: no colleague and no manager sees it, nor what you choose here.",
  breakAfterItems: "Propose a break after so many cases, leads and posts",
  breakAfterMinutes: "Or after so long with them on screen",
  asHouse: (usual) => `as the house suggests: ${usual}`,
  never: "never",
  pieces: (n, count) => (count === 1 ? "1 piece" : `${n} pieces`),
  minutes: (n, count) => (count === 1 ? "1 minute" : `${n} minutes`),
  breakTitle: "Time for a break?",
  breakWhy: (items, minutes) =>
    `Since your last one you have read ${items} pieces (cases, leads, posts)${minutes === null ? "" : `, with such things on screen for about ${minutes} min`}.`,
  breakOwn: "Only you see this. Nothing stops you from going on, and nobody is told what you do.",
  takeBreak: "Take a break",
  resting: (minutes) =>
    `Good. ${minutes} minutes away from the screen are enough to begin anew; your work stays as it is.`,
  back: "I am back",
  goOn: "Go on",
  changeBreaks: "Change when this comes",
  account: "Your account",
  tokens: "API tokens",
  signOut: "Sign out",
  signingOut: "Signing out…",
  page: "the page",
  notFound: "There is nothing at this address",
  notFoundHint: "It may have been deleted, or the link is incomplete.",
  toNow: "To Now",
};

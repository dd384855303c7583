import type {
  askPolicyOverride,
  overrideCommand,
  overrideStatuses,
  ruleBehaviours,
  ruleCommand,
  ruleStatuses,
} from "@breakwater/contract";
import type { z } from "zod";
import type { FieldWords } from "../../forms/BodyForm.tsx";
import type { CommandWords, FieldName } from "../../objects/desk-object.ts";

type RuleFields = FieldName<Exclude<z.input<typeof ruleCommand>, { kind: "revise" }>>;
type OverrideFields =
  | FieldName<z.input<typeof overrideCommand>>
  | FieldName<z.input<(typeof askPolicyOverride)["body"]>>;

export type RuleWords = {
  readonly title: string;
  readonly intro: string;
  readonly publicPage: string;
  readonly many: string;
  readonly theRule: string;
  readonly all: string;
  readonly show: string;
  readonly shows: Readonly<Record<"all" | "hand" | "force" | "over", string>>;
  readonly statuses: Readonly<Record<(typeof ruleStatuses)[number], string>>;
  readonly empty: string;
  readonly emptyHint: string;
  readonly name: (id: string, version: string) => string;
  readonly changed: string;
  readonly from: (when: string) => string;
  readonly until: (when: string) => string;
  readonly takeStarters: CommandWords;
  readonly draftNew: string;
  readonly nextVersion: string;
  readonly edit: string;
  readonly commands: Readonly<Record<"agree" | "send_back" | "publish" | "withdraw" | "override", CommandWords>>;
  readonly fields: Readonly<Record<RuleFields, FieldWords>>;

  readonly text: string;
  readonly otherLanguage: string;
  readonly falls: string;
  readonly spares: string;
  readonly tests: string;
  readonly testsHint: string;
  readonly behaviours: Readonly<Record<(typeof ruleBehaviours)[number], string>>;
  readonly ladder: string;
  readonly ladderHint: string;
  readonly nothing: string;
  readonly ground: Readonly<Record<"illegal" | "incompatible", string>>;
  readonly category: string;
  readonly keywords: string;

  readonly findings: string;
  readonly noFindings: string;
  readonly hardness: Readonly<Record<"never" | "refuse" | "warn", string>>;
  readonly inText: (where: string, word: string) => string;
  readonly standing: string;
  readonly author: string;
  readonly reviewer: string;
  readonly objection: string;
  readonly publishedAt: string;
  readonly effective: string;
  readonly transition: string;
  readonly endedAt: string;
  readonly reason: string;

  readonly draftTitle: string;
  readonly reviseTitle: (id: string) => string;
  readonly draftHint: string;
  readonly id: string;
  readonly idHint: string;
  readonly version: string;
  readonly ruleTitle: string;
  readonly example: (n: string) => string;
  readonly addExample: string;
  readonly addTest: string;
  readonly remove: string;
  readonly behaviour: string;
  readonly shown: string;
  readonly groundKind: string;
  readonly groundName: string;
  readonly languages: Readonly<Record<"en" | "zh-Hans", string>>;
  readonly beginWith: string;
  readonly blank: string;
  readonly check: string;
  readonly checking: string;
  readonly publishable: string;
  readonly notPublishable: string;
  readonly keep: string;
  readonly keepRevised: string;
  readonly drafted: string;
  readonly revised: string;
  readonly mayNotWrite: string;

  readonly overrides: string;
  readonly overridesIntro: string;
  readonly theOverrides: string;
  readonly noOverrides: string;
  readonly noOverridesHint: string;
  readonly overrideStatuses: Readonly<Record<(typeof overrideStatuses)[number], string>>;
  readonly overrideOf: Readonly<Record<"linter" | "observation", string>>;
  readonly overrideCommands: Readonly<Record<z.input<typeof overrideCommand>["kind"], CommandWords>>;
  readonly overrideFields: Readonly<Record<OverrideFields, FieldWords>>;
  readonly askedBy: string;
  readonly grantedBy: string;
  readonly answer: string;
  readonly lets: string;
};

export const en: RuleWords = {
  title: "Rules",
  intro:
    "A decision names a rule that is in force. Each is about what accounts do, never about what anybody thinks; a linter reads it in both languages. One writes, a second reads, and a published version is never changed.",
  publicPage: "The rules as everybody reads them",
  many: "rules",
  theRule: "the rule",
  all: "All rules",
  show: "Show",
  shows: { all: "all", hand: "being written", force: "in force or soon", over: "replaced or withdrawn" },
  statuses: {
    draft: "draft",
    reviewed: "read by a second",
    published: "published",
    in_force: "in force",
    replaced: "replaced",
    withdrawn: "withdrawn",
  },
  empty: "There is no rule",
  emptyHint: "Without one nothing can be decided against anybody. Begin with those that ship, or draft your own.",
  name: (id, version) => `${id}, version ${version}`,
  changed: "changed",
  from: (when) => `from ${when}`,
  until: (when) => `until ${when}`,
  takeStarters: {
    button: "Take the rules that ship…",
    hint: "Each that is not here yet becomes a draft. They bind nobody before a second person has read them and they are published.",
    done: "The rules that ship are drafts now.",
  },
  draftNew: "Draft a rule…",
  nextVersion: "Write the next version…",
  edit: "Revise…",
  commands: {
    agree: {
      button: "Agree…",
      hint: "As the second person. It can be published then.",
      done: "The rule was read and agreed to.",
    },
    send_back: {
      button: "Send back…",
      hint: "Say what has to change. It stays a draft.",
      done: "The rule was sent back.",
    },
    publish: {
      button: "Publish…",
      hint: "From then on it is never changed. Sooner than after fourteen days only with a notice of what changes, in both languages.",
      done: "The rule was published.",
    },
    withdraw: {
      button: "Withdraw…",
      hint: "Nothing can be decided by it any more. What was decided stands.",
      done: "The rule was withdrawn.",
      isHard: true,
    },
    override: {
      button: "Ask for an override…",
      hint: "Two people let these findings stand, for twelve months at most. Both reasons are published.",
      done: "The override was asked for; a second person decides.",
    },
  },
  fields: {
    agrees: { label: "I agree" },
    reason: { label: "Reason", hint: "In a sentence or two; it is kept, and others read it." },
    effectiveFrom: { label: "Holds from", hint: "Left empty: at once." },
    effectiveUntil: { label: "Holds until" },
    transition: { label: "Notice of what changes" },
    "transition.en": { label: "English" },
    "transition.zh-Hans": { label: "简体中文" },
  },
  text: "Text",
  otherLanguage: "In the other language",
  falls: "Falls under it",
  spares: "Looks like it and does not",
  tests: "What evidence has to show",
  testsHint: "Of the account itself, whatever it said.",
  behaviours: {
    acts_in_step: "acting in step",
    shares_one_hand: "many accounts in one hand",
    poses_as_other: "posing as somebody else",
    exposes_identifier: "exposing identifiers",
    hires_or_is_hired: "hiring or being hired",
    hides_payment: "hidden payment",
    deceives_for_gain: "deception for gain",
    inflates_counts: "made-up counts",
    reports_in_bad_faith: "reports in bad faith",
    singles_out_a_person: "singling out a person",
    trades_accounts: "trade in accounts",
    demands_under_threat: "demands under threat",
    repeats_determined_claim: "repeating a determined claim",
  },
  ladder: "Levels that it allows",
  ladderHint: "At each gravity. They rise with it, within the ladder.",
  nothing: "none",
  ground: { illegal: "Law", incompatible: "Terms" },
  category: "Category",
  keywords: "Keywords",
  findings: "What the linter finds",
  noFindings: "Nothing. It reads words, not meaning: that is what the second person is for.",
  hardness: { never: "refused for good", refuse: "refused", warn: "look again" },
  inText: (where, word) => (word === "" ? where : `${where}: “${word}”`),
  standing: "Standing",
  author: "Written by",
  reviewer: "Read by",
  objection: "Sent back because",
  publishedAt: "Published",
  effective: "Holds",
  transition: "What changes",
  endedAt: "Ended",
  reason: "Reason",
  draftTitle: "Draft a rule",
  reviseTitle: (id) => `Revise ${id}`,
  draftHint:
    "There is no field for a person, a group, a place or a language. Write both languages; they have to say the same.",
  id: "Name",
  idHint: "Letters and a number: IA-1.",
  version: "Version",
  ruleTitle: "Title",
  example: (n) => `Example ${n}`,
  addExample: "Add an example",
  addTest: "Add a test",
  remove: "Remove",
  behaviour: "Behaviour",
  shown: "What is shown",
  groundKind: "Ground",
  groundName: "Law, or clause of the terms",
  languages: { en: "English", "zh-Hans": "简体中文" },
  beginWith: "Begin with",
  blank: "an empty page",
  check: "Check it",
  checking: "Checking…",
  publishable: "Nothing keeps it from being published.",
  notPublishable: "As it stands it cannot be published.",
  keep: "Keep the draft",
  keepRevised: "Keep the revision",
  drafted: "The draft was kept.",
  revised: "The revision was kept.",
  mayNotWrite: "None of your roles writes rules.",
  overrides: "Overrides",
  overridesIntro:
    "Safeguards that two people set aside for a time: findings of the linter in one version of a rule, or a detector's duty to observe first. Everybody can read this list, without the people.",
  theOverrides: "overrides",
  noOverrides: "No safeguard is set aside",
  noOverridesHint: "Where the linter refuses a rule, its page asks for an override.",
  overrideStatuses: { asked: "waiting for the second person", granted: "granted", refused: "refused", ended: "ended" },
  overrideOf: { linter: "finding of the linter", observation: "observation of a detector" },
  overrideCommands: {
    grant: {
      button: "Grant…",
      hint: "As the second person. Your reason is published.",
      done: "The override was granted.",
    },
    refuse: { button: "Refuse…", hint: "Your reason is published.", done: "The override was refused." },
    end: {
      button: "End it…",
      hint: "A rule that stands by it alone ends with it.",
      done: "The override was ended.",
      isHard: true,
    },
  },
  overrideFields: {
    of: { label: "Of what" },
    subject: { label: "Rule or detector" },
    codes: { label: "Findings that may stand" },
    reason: { label: "Reason", hint: "It is published." },
    until: { label: "Until", hint: "Within twelve months." },
  },
  askedBy: "Asked by",
  grantedBy: "Granted by",
  answer: "Answer",
  lets: "Lets stand",
};

import {
  lintRule,
  starterRules,
  toRuleKey,
  type Actor,
  type Availability,
  type Instant,
  type LintFinding,
  type OverrideCommand,
  type OverrideContent,
  type OverrideState,
  type RuleCommand,
  type RuleContent,
  type RuleVersion,
  type RuleVersionState,
  type Worded,
} from "@breakwater/casework";
import type { Transactor } from "../state/transactor.ts";
import type { By, DeskAnswer, CaseworkDesk } from "../casework/index.ts";
import type { CaseworkStore, StoredState } from "../casework/store/casework-store.ts";
import { compareRules, toPublicRule, type PublicRule } from "./public-rule.ts";
import { ruleReader } from "./rule-reader.ts";

/** What people do with a version that is there. */
export type PersonRuleCommand =
  | { readonly kind: "revise"; readonly content: RuleContent }
  | { readonly kind: "review"; readonly agrees: boolean; readonly reason: string }
  | {
      readonly kind: "publish";
      /** Null: as soon as it is published. */
      readonly effectiveFrom: Instant | null;
      readonly effectiveUntil: Instant | null;
      readonly transition: Worded | null;
    }
  | { readonly kind: "withdraw"; readonly reason: string };
export const personRuleKinds = [
  "revise",
  "review",
  "publish",
  "withdraw",
] as const satisfies readonly RuleCommand["kind"][];
export type PersonRuleKind = (typeof personRuleKinds)[number];

export type RuleRecordLine = {
  readonly id: string;
  readonly rule: RuleVersion;
  readonly version: number;
  readonly status: Exclude<RuleVersionState["status"], "absent">;
  readonly title: Worded;
  readonly updatedAt: Instant;
  readonly effectiveFrom: Instant | null;
  readonly effectiveUntil: Instant | null;
};
export type RuleRecord = RuleRecordLine & {
  readonly content: RuleContent;
  readonly findings: readonly LintFinding[];
  readonly author: string | null;
  readonly reviewer: string | null;
  readonly objection: string | null;
  readonly publishedAt: Instant | null;
  readonly transition: Worded | null;
  readonly endedAt: Instant | null;
  readonly reason: string | null;
  readonly commands: Readonly<Record<PersonRuleKind, Availability>>;
};
export type OverrideView = OverrideContent & {
  readonly id: string;
  readonly version: number;
  readonly status: Exclude<OverrideState["status"], "absent">;
  readonly answer: string | null;
  readonly grantedAt: Instant | null;
};

export type PersonOverrideKind = Exclude<OverrideCommand["kind"], "ask" | "expire">;
/** The same for those who decide about it. */
export type OverrideRecord = OverrideView & {
  readonly askedBy: string | null;
  readonly grantedBy: string | null;
  readonly commands: Readonly<Record<PersonOverrideKind, Availability>>;
};

/** The operator's rules as people write them and everybody reads them. Takes and gives plain data. */
export interface PolicyBook {
  /** By rule and version. `ended`: also those that were replaced or withdrawn. */
  listPublic(options: { readonly ended: boolean }): Promise<readonly PublicRule[]>;
  /** Null where it was never published. */
  readPublic(id: string): Promise<PublicRule | null>;
  listRecords(): Promise<readonly RuleRecordLine[]>;
  readRecord(id: string, by: { readonly actor: Actor; readonly at: Instant }): Promise<RuleRecord | null>;
  draft(draft: { readonly rule: RuleVersion; readonly content: RuleContent }, by: By): Promise<DeskAnswer>;
  command(id: string, command: PersonRuleCommand, by: By): Promise<DeskAnswer>;
  lint(content: RuleContent): Promise<readonly LintFinding[]>;
  /** Drafts the rules that ship of which there is no version yet; gives which. The first refusal ends it. */
  takeStarters(by: By): Promise<{ readonly drafted: readonly string[]; readonly refused: DeskAnswer | null }>;
  listOverrides(): Promise<readonly OverrideView[]>;
  readOverride(id: string): Promise<OverrideView | null>;
  readOverrideRecord(id: string, by: { readonly actor: Actor; readonly at: Instant }): Promise<OverrideRecord | null>;
  askOverride(content: OverrideContent, by: By): Promise<{ readonly id: string; readonly answer: DeskAnswer }>;
  commandOverride(
    id: string,
    command: Extract<OverrideCommand, { kind: PersonOverrideKind }>,
    by: By,
  ): Promise<DeskAnswer>;
}

export type PolicyBookDeps = {
  readonly transactor: Transactor;
  readonly desk: CaseworkDesk;
  readonly store: CaseworkStore;
  readonly newId: () => string;
};

/** Read at once. */
const batch = 500;

export function createPolicyBook({ transactor, desk, store, newId }: PolicyBookDeps): PolicyBook {
  /** Every one: a list that ended somewhere would hide what is asked for last. */
  const listAll = async (object: "rule_version" | "override"): Promise<readonly StoredState[]> => {
    const all: StoredState[] = [];
    for (let after = 0; ;) {
      const read = await store.listStates(object, after, batch);
      all.push(...read);
      const last = read.at(-1);
      if (last === undefined) return all;
      after = last.created;
    }
  };
  const listRules = async (): Promise<readonly RuleVersionState[]> =>
    (await listAll("rule_version")).map(({ state }) => state as RuleVersionState);
  const listStates = async (): Promise<readonly (readonly [string, OverrideState])[]> =>
    (await listAll("override")).map(({ id, state }) => [id, state as OverrideState] as const);
  const lintFully = (content: RuleContent) => ({ content, findings: lintRule(content, ruleReader) });
  const toCommand = (command: PersonRuleCommand, at: Instant): RuleCommand => {
    if (command.kind === "revise") return { kind: "revise", linted: lintFully(command.content) };
    return command.kind === "publish" ? { ...command, effectiveFrom: command.effectiveFrom ?? at } : command;
  };
  const toDraft = (rule: RuleVersion, content: RuleContent) =>
    ({
      object: "rule_version",
      id: toRuleKey(rule),
      command: { kind: "draft", rule, linted: lintFully(content) },
    }) as const;
  return {
    listPublic: async ({ ended }) => {
      const overrides = (await listStates()).map(([, state]) => state);
      const rules = (await listRules()).flatMap((state) => toPublicRule(state, overrides) ?? []);
      return rules
        .filter(({ status }) => ended || status === "in_force" || status === "published")
        .toSorted(compareRules);
    },
    readPublic: async (id) => {
      const overrides = (await listStates()).map(([, state]) => state);
      return toPublicRule(await desk.getState("rule_version", id), overrides);
    },
    listRecords: async () =>
      (await listRules()).flatMap((state) => toLine(state) ?? []).toSorted((a, b) => b.updatedAt - a.updatedAt),
    readRecord: async (id, by) => {
      const state = await desk.getState("rule_version", id);
      const line = toLine(state);
      if (line === null || state.content === null) return null;
      const buttons = [];
      for (const kind of personRuleKinds) {
        buttons.push([kind, await desk.findAvailability("rule_version", id, { kind, ...by })] as const);
      }
      const { content, findings, author, reviewer, objection, publishedAt, transition, endedAt, reason } = state;
      const commands = Object.fromEntries(buttons) as RuleRecord["commands"];
      return {
        ...line,
        content,
        findings,
        author,
        reviewer,
        objection,
        publishedAt,
        transition,
        endedAt,
        reason,
        commands,
      };
    },
    draft: ({ rule, content }, by) => desk.execute(toDraft(rule, content), by),
    command: (id, command, by) => desk.execute({ object: "rule_version", id, command: toCommand(command, by.at) }, by),
    lint: async (content) => lintRule(content, ruleReader),
    takeStarters: (by) =>
      transactor.run(async () => {
        const known = new Set((await listRules()).map(({ rule }) => rule?.id));
        const drafted: string[] = [];
        for (const { id, content } of starterRules.filter((starter) => !known.has(starter.id))) {
          const order = toDraft({ id, version: "1" }, content);
          const answer = await desk.executeWithin(order, { actor: by.actor, at: by.at });
          if (answer.kind !== "done") return { drafted, refused: answer };
          drafted.push(order.id);
        }
        return { drafted, refused: null };
      }),
    listOverrides: async () =>
      (await listStates()).flatMap(([id, state]) => toOverrideView(id, state) ?? []).toReversed(),
    readOverride: async (id) => toOverrideView(id, await desk.getState("override", id)),
    readOverrideRecord: async (id, by) => {
      const state = await desk.getState("override", id);
      const view = toOverrideView(id, state);
      if (view === null) return null;
      const find = (kind: PersonOverrideKind): Promise<Availability> =>
        desk.findAvailability("override", id, { kind, ...by });
      const commands = { grant: await find("grant"), refuse: await find("refuse"), end: await find("end") };
      return { ...view, askedBy: state.askedBy, grantedBy: state.grantedBy, commands };
    },
    askOverride: async (content, by) => {
      const id = `override-${newId()}`;
      return { id, answer: await desk.execute({ object: "override", id, command: { kind: "ask", ...content } }, by) };
    },
    commandOverride: (id, command, by) => desk.execute({ object: "override", id, command }, by),
  };
}

function toLine(state: RuleVersionState): RuleRecordLine | null {
  const { rule, content, version, status, updatedAt, effectiveFrom, effectiveUntil } = state;
  if (rule === null || content === null || status === "absent") return null;
  return { id: toRuleKey(rule), rule, version, status, title: content.title, updatedAt, effectiveFrom, effectiveUntil };
}

function toOverrideView(
  id: string,
  { content, version, status, answer, grantedAt }: OverrideState,
): OverrideView | null {
  return content === null || status === "absent" ? null : { ...content, id, version, status, answer, grantedAt };
}

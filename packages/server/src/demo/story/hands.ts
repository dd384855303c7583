import {
  acceptLead,
  commandCase,
  commandDecision,
  getCase,
  getDecision,
  getLead,
  type caseCommand,
  type decisionCommand,
  type plannedMeasure,
  type statementDraft,
} from "@breakwater/contract";
import { createHash } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import type { z } from "zod";
import { tokenName } from "../connect-platform.ts";
import { DemoRefusal, type DemoApi } from "../demo-api.ts";
import type { DemoStaff } from "../staff.ts";
import type { StoryRule } from "./rules.ts";
import type { StoryWords } from "./words.ts";

/** A post of the community, as an analyst would have it from the platform. */
export type Post = { readonly id: string; readonly account: string; readonly at: number; readonly text: string };

/** What the people of the story work with. */
export type Hands = {
  readonly as: DemoStaff["as"];
  readonly platform: DemoApi;
  /** Where people without an account answer and object. */
  readonly publicUrl: string;
  readonly url: string;
  readonly words: StoryWords;
  /** The newest of each account before life begins. */
  readonly posts: ReadonlyMap<string, Post>;
  readonly rules: ReadonlyMap<string, StoryRule>;
  readonly signal: AbortSignal;
  /** Of what happens before life begins, ms since 1970 UTC. */
  readonly liveAt: number;
};

type CaseView = z.output<typeof getCase.response>;
type DecisionView = z.output<typeof getDecision.response>;

const lookMs = 500;
const triesMax = 4;

/** Looks again and again until there is something. Throws where that takes too long. */
export async function until<T>(hands: Hands, look: () => Promise<T | null>, withinMs: number): Promise<T> {
  const deadline = Date.now() + withinMs;
  for (;;) {
    const found = await look();
    if (found !== null) return found;
    if (Date.now() > deadline) throw new Error("It did not come in time.");
    await wait(lookMs, undefined, { signal: hands.signal });
  }
}

export async function giveCase(api: DemoApi, id: string, body: z.input<typeof caseCommand>): Promise<CaseView> {
  return again(async () => {
    const { version } = await api.call(getCase, { params: { id } });
    return api.call(commandCase, { params: { id }, body, version });
  });
}

export async function giveDecision(
  api: DemoApi,
  id: string,
  body: z.input<typeof decisionCommand>,
): Promise<DecisionView> {
  return again(async () => {
    const { version } = await api.call(getDecision, { params: { id } });
    return api.call(commandDecision, { params: { id }, body, version });
  });
}

/** Somebody else may have changed it between the look and the command. */
async function again<T>(act: () => Promise<T>, tries = 1): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof DemoRefusal) || error.status !== 412 || tries >= triesMax) throw error;
    return again(act, tries + 1);
  }
}

type Acceptance = z.input<typeof acceptLead.body>;

/** Triage makes a case of a lead. Gives the case's id. */
export async function acceptAs(api: DemoApi, leadId: string, body: Acceptance): Promise<string> {
  const { into } = await again(async () => {
    const { version } = await api.call(getLead, { params: { id: leadId } });
    return api.call(acceptLead, { params: { id: leadId }, body, version });
  });
  if (into === null) throw new Error("A lead was accepted and became nothing.");
  return into;
}

type Finding = Extract<z.input<typeof caseCommand>, { kind: "record_finding" }>["finding"];
export type Held = Omit<Finding, "evidence" | "account">;

/** What an account did, as evidence of its own, and what is held about it. */
export async function hold(
  api: DemoApi,
  caseId: string,
  { post, held }: { readonly post: Post; readonly held: Held },
): Promise<void> {
  const { account, at } = post;
  const sha256 = createHash("sha256").update(JSON.stringify(post)).digest("hex");
  const actions = [`${tokenName}:${post.id}`];
  const item = {
    kind: "actions",
    sha256,
    accounts: [account],
    capturedAt: Math.round(at),
    tool: "export 1.4",
    actions,
  };
  const { evidenceItems } = await giveCase(api, caseId, { kind: "add_evidence", item });
  const own = evidenceItems.find((one) => one.sha256 === sha256);
  if (own === undefined) throw new Error("Evidence was added and is not there.");
  await giveCase(api, caseId, { kind: "record_finding", finding: { ...held, account, evidence: [own.id] } });
}

type Draft = z.input<typeof statementDraft>;
type Item = Extract<z.input<typeof caseCommand>, { kind: "propose" }>["items"][number];

/** What a person writes for the statement of reasons, about what an account did. */
export function draftOf(hands: Hands, ruleId: string, { facts, at }: { facts: string; at: number }): Draft {
  const { content } = ruleOf(hands, ruleId);
  const { language } = hands.words;
  return {
    ground: content.ground,
    groundName: content.groundName[language],
    explanation: content.text[language],
    facts,
    category: content.category,
    keywords: content.keywords,
    contentTypes: ["CONTENT_TYPE_TEXT"],
    contentDate: Math.round(at),
  };
}

export type Proposed = {
  readonly post: Post;
  readonly ruleId: string;
  readonly measures: readonly z.input<typeof plannedMeasure>[];
  readonly facts: string;
};

export function itemOf(hands: Hands, { post, ruleId, measures, facts }: Proposed): Item {
  return {
    account: post.account,
    rule: ruleOf(hands, ruleId).rule,
    measures: [...measures],
    draft: draftOf(hands, ruleId, { facts, at: post.at }),
    alternatives: hands.words.alternatives,
    proportionality: hands.words.proportionality,
  };
}

function ruleOf({ rules }: Hands, id: string): StoryRule {
  const rule = rules.get(id);
  if (rule === undefined) throw new Error(`The rule ${id} is not in force.`);
  return rule;
}

/** What an account of the platform does at the link that it was given. */
export async function answerLink(
  { publicUrl, url, signal }: Hands,
  link: string,
  { act, fields }: { readonly act: "reply" | "appeal"; readonly fields: Readonly<Record<string, string>> },
): Promise<void> {
  const path = new URL(link).pathname;
  const response = await fetch(`${url}${path}/${act}`, {
    method: "POST",
    headers: { origin: new URL(publicUrl).origin },
    body: new URLSearchParams({ ...fields, lang: "en" }),
    redirect: "manual",
    signal,
  });
  await response.arrayBuffer();
  if (response.status !== 303) throw new Error(`The page of a notice answered ${response.status}.`);
}

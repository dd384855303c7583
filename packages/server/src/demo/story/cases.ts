import { askSecondOpinion, commandJob, openLead, placeHold, requestUnmasking } from "@breakwater/contract";
import type { CastName } from "../staff.ts";
import { demoPartner } from "./desks.ts";
import { listLetters } from "../platform/carry-out.ts";
import {
  acceptAs,
  answerLink,
  draftOf,
  giveCase,
  hold,
  itemOf,
  until,
  type Hands,
  type Held,
  type Post,
  type Proposed,
} from "./hands.ts";

const dayMs = 86_400_000;
const noticeWithinMs = 60_000;

type Acceptance = Parameters<typeof acceptAs>[2];

/** A lead becomes a case, somebody takes it, looks, and writes down what is held about each account. Gives the case's id. */
export async function investigate(
  { as }: Hands,
  { lead, accept, who = "ana", posts, held }: Investigation,
): Promise<string> {
  const caseId = await acceptAs(as("tian"), lead, accept);
  const analyst = as(who);
  // A job that is claimed opens also what is shown to nobody else.
  await analyst.call(commandJob, { params: { queue: "assignment", id: caseId }, body: { kind: "claim" } });
  await giveCase(analyst, caseId, { kind: "assign", conflict: null });
  for (const post of posts) await hold(analyst, caseId, { post, held });
  return caseId;
}

export type Investigation = {
  readonly lead: string;
  readonly accept: Acceptance;
  readonly who?: CastName;
  readonly posts: readonly Post[];
  readonly held: Held;
};

/** What an analyst noticed by themselves. Gives the lead's id. */
export async function noteLead({ as }: Hands, posts: readonly Post[], reason: string): Promise<string> {
  const refs = [...new Set(posts.flatMap(({ account, id }) => [account, id]))];
  const signals = [
    { family: "co_timing", axis: "coordinated" },
    { family: "hire", axis: "inauthentic" },
  ] as const;
  return (await as("ben").call(openLead, { body: { source: "analyst", refs, reason, signals: [...signals] } })).id;
}

/** The link that an account was given about something, once it has it. */
export function findLink(hands: Hands, about: string): Promise<string> {
  const look = async (): Promise<string | null> => {
    const letters = await listLetters(hands.platform, 10, about);
    return letters.find(({ isDelivered }) => isDelivered)?.link ?? null;
  };
  return until(hands, look, noticeWithinMs);
}

const serious = { role: "operator", grade: "serious" } as const;

/** Fraud: the account was asked, and has three days to answer. */
export async function playHearing(hands: Hands, lead: string, post: Post): Promise<void> {
  const { words, as } = hands;
  const held: Held = {
    ...serious,
    allegation: words.held.fraud,
    severity: { commercial_benefit: { weight: 2, reason: words.weights.money } },
  };
  const caseId = await investigate(hands, { lead, accept: { priority: "P2", caseType: "fraud" }, posts: [post], held });
  await giveCase(as("ana"), caseId, { kind: "start_hearing", account: post.account });
}

/** Tickets again: a partner desk is asked one question, with the fewest fields, and has the word. */
export async function playHandOver(hands: Hands, post: Post): Promise<void> {
  const { words, as } = hands;
  const lead = await noteLead(hands, [post], words.observed.tickets);
  const held: Held = {
    role: "unknown",
    grade: "moderate",
    allegation: words.held.fraud,
    severity: { commercial_benefit: { weight: 1, reason: words.weights.money } },
  };
  const accept = { priority: "P2", caseType: "fraud" } as const;
  const caseId = await investigate(hands, { lead, accept, posts: [post], held });
  const { purpose, question } = words.handOver;
  const fields = ["question", "item_excerpt", "item_time"];
  const content = { desk: demoPartner, purpose, question, fields, returnBy: Date.now() + 14 * dayMs };
  await giveCase(as("ana"), caseId, { kind: "ask_partner", content });
}

/** Impersonation: under investigation, with a colleague's opinion asked, and what it needs to know about two accounts. */
export async function playInvestigation(hands: Hands, lead: string, post: Post): Promise<void> {
  const { words, as } = hands;
  const held: Held = {
    role: "unknown",
    grade: "moderate",
    allegation: words.held.fraud,
    severity: { deception: { weight: 1, reason: words.weights.deception } },
  };
  const accept = { priority: "P2", caseType: "impersonation" } as const;
  const caseId = await investigate(hands, { lead, accept, posts: [post], held });
  await as("ana").call(askSecondOpinion, { params: { id: caseId }, body: { question: words.question } });
  await as("ana").call(requestUnmasking, { body: { pseudonym: post.account, caseId, reason: words.unmasking } });
}

/** Somebody is in danger: the item is held back, then taken down by one person for a day, until a second has looked. */
export async function playEmergency(hands: Hands, lead: string, post: Post): Promise<void> {
  const { words, as } = hands;
  const ana = as("ana");
  const draft = draftOf(hands, "DX-1", { facts: words.facts.exposed, at: post.at });
  await as("tian").call(placeHold, { body: { item: post.id, author: post.account, draft } });
  const held: Held = {
    ...serious,
    allegation: words.held.exposed,
    severity: { harm_to_persons: { weight: 2, reason: words.weights.harm } },
  };
  const caseId = await investigate(hands, {
    lead,
    accept: { priority: "P0", caseType: "doxxing" },
    posts: [post],
    held,
  });
  const measures = [{ type: "disable_item", target: { kind: "item", id: post.id }, durationMs: null }] as const;
  const item = itemOf(hands, { post, ruleId: "DX-1", measures, facts: words.facts.exposed });
  await giveCase(ana, caseId, { kind: "propose", items: [item], emergency: true });
  await giveCase(ana, caseId, { kind: "act_alone", reason: words.emergency });
}

/** Hidden payment: a label, which one person may decide. */
export async function playLabel(hands: Hands, post: Post): Promise<void> {
  const { words, as } = hands;
  const lead = await noteLead(hands, [post], words.observed.payment);
  const held: Held = {
    role: "amplifier_paid_or_automated",
    grade: "moderate",
    allegation: words.held.payment,
    severity: { commercial_benefit: { weight: 1, reason: words.weights.money } },
  };
  const accept = { priority: "P3", caseType: "undisclosed_payment" } as const;
  const caseId = await investigate(hands, { lead, accept, posts: [post], held });
  const measures = [{ type: "label", target: { kind: "item", id: post.id }, durationMs: null }] as const;
  const item = itemOf(hands, { post, ruleId: "UP-1", measures, facts: words.facts.payment });
  await giveCase(as("ana"), caseId, { kind: "propose", items: [item] });
  await giveCase(as("ana"), caseId, { kind: "act_alone", reason: words.approval });
}

/** A threat: heard, muted by two people, and now objected to; a third person has to look. */
export async function playMute(hands: Hands, post: Post): Promise<void> {
  const { words, as } = hands;
  const ana = as("ana");
  const lead = await noteLead(hands, [post], words.observed.threat);
  const held: Held = {
    ...serious,
    allegation: words.held.threat,
    severity: { harm_to_persons: { weight: 1, reason: words.weights.money } },
  };
  const accept = { priority: "P1", caseType: "extortion" } as const;
  const caseId = await investigate(hands, { lead, accept, posts: [post], held });
  await giveCase(ana, caseId, { kind: "start_hearing", account: post.account });
  await answerLink(hands, await findLink(hands, caseId), { act: "reply", fields: { text: words.reply } });
  const measures = [
    { type: "mute", target: { kind: "account", id: post.account }, durationMs: 7 * dayMs },
  ] as const satisfies Proposed["measures"];
  const item = itemOf(hands, { post, ruleId: "EX-1", measures, facts: words.facts.threat });
  await giveCase(ana, caseId, { kind: "propose", items: [item] });
  const { decisionIds } = await giveCase(as("cho"), caseId, { kind: "approve", statement: words.approval });
  for (const { id } of decisionIds) {
    await answerLink(hands, await findLink(hands, id), { act: "appeal", fields: { points: words.objection.waiting } });
  }
}

/** Paid reviews: proposed, and waiting for a second person. */
export async function playProposal(hands: Hands, post: Post): Promise<void> {
  const { words, as } = hands;
  const lead = await noteLead(hands, [post], words.observed.payment);
  const held: Held = {
    role: "amplifier_paid_or_automated",
    grade: "serious",
    allegation: words.held.campaign,
    severity: { deception: { weight: 2, reason: words.weights.deception } },
  };
  const accept = { priority: "P2", caseType: "fake_engagement" } as const;
  const caseId = await investigate(hands, { lead, accept, posts: [post], held });
  const target = { kind: "account", id: post.account } as const;
  const measures = [{ type: "restrict_interaction", target, durationMs: 14 * dayMs }] as const;
  const item = itemOf(hands, { post, ruleId: "IA-1", measures, facts: words.facts.campaign });
  await giveCase(as("ana"), caseId, { kind: "propose", items: [item] });
}

/** People who agreed to act together, openly: left alone, which is as good an end as any. */
export async function playAuthentic(hands: Hands, posts: readonly Post[]): Promise<void> {
  const { words, as } = hands;
  const lead = await noteLead(hands, posts, words.observed.choir);
  const held: Held = { role: "bystander", grade: "minor", allegation: words.observed.choir, severity: {} };
  const accept = { priority: "P2", caseType: "campaign" } as const;
  const caseId = await investigate(hands, { lead, accept, posts, held });
  await giveCase(as("ana"), caseId, { kind: "propose_no_action", reason: "authentic_coordination" });
}

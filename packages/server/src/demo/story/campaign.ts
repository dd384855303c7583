import {
  commandOperation,
  commandSelfReview,
  getCase,
  getDecision,
  getGroup,
  getOperation,
  getSelfReview,
  listGroups,
  listLeads,
  markGroup,
} from "@breakwater/contract";
import { answerLink, giveCase, giveDecision, itemOf, until, type Hands, type Held, type Post } from "./hands.ts";
import { findLink, investigate } from "./cases.ts";
import { startSeason } from "./desks.ts";

const dayMs = 86_400_000;
const leadWithinMs = 300_000;
/** Accounts of it that are decided about. */
const accountsMax = 6;
const settleWithinMs = 90_000;

/**
 * The campaign of a week ago, which the detectors find as soon as they have seen the past: one finding for each account, one proposal for
 * all, judged blind by the second person, measures at the platform. One account objects, and everything is given back to it.
 */
export async function playCampaign(hands: Hands, { lead, posts }: Past): Promise<void> {
  const { as, words } = hands;
  const operation = await startSeason(hands);
  const held: Held = {
    role: "amplifier_paid_or_automated",
    grade: "serious",
    allegation: words.held.campaign,
    severity: {
      deception: { weight: 2, reason: words.weights.deception },
      scale: { weight: 1, reason: words.weights.scale },
    },
  };
  const accept = { priority: "P2", caseType: "campaign" } as const;
  const caseId = await investigate(hands, { lead, accept, posts, held });
  const items = posts.map((post) => {
    const target = { kind: "account", id: post.account } as const;
    const measures = [{ type: "restrict_interaction", target, durationMs: 30 * dayMs }] as const;
    return itemOf(hands, { post, ruleId: "IA-1", measures, facts: words.facts.campaign });
  });
  await giveCase(as("ana"), caseId, { kind: "propose", items });
  const decisions = await approve(hands, caseId, held.role);
  const { version } = await as("sena").call(getOperation, { params: { id: operation } });
  const body = { kind: "add_case", caseId } as const;
  await as("sena").call(commandOperation, { params: { id: operation }, body, version });
  await reviewOurselves(hands, `review-${caseId}`);
  const [first] = decisions;
  if (first !== undefined) await restore(hands, first);
}

/** The second person sees the accounts and their evidence before the proposal, and judges each. */
async function approve(hands: Hands, caseId: string, role: Held["role"]): Promise<readonly string[]> {
  const cho = hands.as("cho");
  const toJudge = await until(hands, () => findSample(cho, caseId), settleWithinMs);
  for (const account of toJudge) await giveCase(cho, caseId, { kind: "judge_blind", account, role });
  const { decisionIds } = await giveCase(cho, caseId, { kind: "approve", statement: hands.words.approval });
  return decisionIds.map(({ id }) => id);
}

async function findSample(api: ReturnType<Hands["as"]>, caseId: string): Promise<readonly string[] | null> {
  const { toJudge } = await api.call(getCase, { params: { id: caseId } });
  return toJudge.length > 0 ? toJudge : null;
}

/** One account objects and is right: a third person gives everything back. */
async function restore(hands: Hands, decision: string): Promise<void> {
  const { as, words } = hands;
  const isInForce = async (): Promise<true | null> => {
    const { measures } = await as("rei").call(getDecision, { params: { id: decision } });
    return measures.every(({ status }) => status === "active") ? true : null;
  };
  const link = await findLink(hands, decision);
  await until(hands, isInForce, settleWithinMs);
  await answerLink(hands, link, { act: "appeal", fields: { points: words.objection.choir } });
  const { account } = await as("rei").call(getDecision, { params: { id: decision } });
  await giveDecision(as("rei"), decision, {
    kind: "decide_appeal",
    appellant: account ?? "",
    outcome: "reversed",
    answers: [words.answer],
  });
}

/** What our own controls let through. */
async function reviewOurselves({ as, words }: Hands, id: string): Promise<void> {
  const sena = as("sena");
  const { version } = await sena.call(getSelfReview, { params: { id } });
  await sena.call(commandSelfReview, {
    params: { id },
    body: { kind: "record_gap", gapKind: "late", text: words.gap, owner: "ada", dueAt: Date.now() + 60 * dayMs },
    version,
  });
}

export type Past = { readonly lead: string; readonly posts: readonly Post[] };

export function awaitPastCampaign(hands: Hands): Promise<Past> {
  return until(hands, () => findPastCampaign(hands), leadWithinMs);
}

/** A detector's lead about what was over before life began: the live campaign's is left to whoever tries the demo. */
async function findPastCampaign({ as, liveAt, posts }: Hands): Promise<Past | null> {
  const tian = as("tian");
  const { items } = await tian.call(listLeads, { query: { source: "detector", status: "lead_open" } });
  for (const { id, group } of items) {
    if (group === null) continue;
    const { to, accounts } = await tian.call(getGroup, { params: { id: group } });
    if (to > liveAt) continue;
    const members = accounts.filter(({ role }) => role !== "source" && role !== "bystander");
    const found = members.flatMap(({ account }) => posts.get(account) ?? []);
    if (found.length >= accountsMax) return { lead: id, posts: found.slice(0, accountsMax) };
  }
  return null;
}

/** The first group that acts together and of which nothing says that it is inauthentic. Gives its id. */
export async function awaitOpenGroup(hands: Hands): Promise<string> {
  const look = async () =>
    (await hands.as("tian").call(listGroups, { query: { kind: "coordinated" } })).items[0] ?? null;
  return (await until(hands, look, leadWithinMs)).id;
}

/** A group that acts together openly is marked: its like opens no lead. */
export async function playMark({ as, words }: Hands, id: string): Promise<void> {
  await as("tian").call(markGroup, { params: { id }, body: { reason: words.mark, days: 90 } });
}

import type { Action } from "@breakwater/records";
import { setTimeout as wait } from "node:timers/promises";
import type { DrillApi } from "./drill-api.ts";
import { toBatchRequest, toChangeRequest, toObjectRequest, type Journal, type SentObject } from "./journal.ts";

export type HandsOptions = {
  readonly journal: Journal;
  /** In order of time; each is sent once its time has come. */
  readonly community: Action[];
  readonly random: () => number;
  readonly newId: () => string;
  readonly now: () => number;
  /** Without edits and deletions. */
  readonly isCalm?: boolean;
};

const batchMax = 300;
/** Of what is older than this there is nothing left before life begins. */
const pastMs = 600_000;
const fillers = 12;

/** Asks for everything at once until the signal aborts or the service is gone. */
export async function runHands(api: DrillApi, options: HandsOptions, signal: AbortSignal): Promise<void> {
  const isOver = (): boolean => signal.aborted;
  const repeat = async (pauseMs: number, work: () => Promise<boolean>): Promise<void> => {
    while (!isOver() && (await work())) await wait(pauseMs);
  };
  await Promise.all([
    repeat(60, () => sendActions(api, options)),
    repeat(90, () => sendActions(api, options)),
    repeat(30, async () => options.isCalm === true || sendChange(api, options)),
    repeat(25, () => sendObject(api, options, toClaim(options.newId()))),
    repeat(40, () => sendObject(api, options, toReport(options.newId()))),
  ]);
}

async function sendActions(api: DrillApi, { journal, community, random, newId, now }: HandsOptions): Promise<boolean> {
  const due = community.findIndex(({ at }) => at > now());
  const actions = community.splice(0, Math.min(batchMax, due === -1 ? community.length : due));
  // What is of now ends the epochs of the past, for which the rest of it would come too late.
  const isPast = (community[0]?.at ?? now()) < now() - pastMs;
  for (let i = 0; i < (isPast ? 0 : fillers); i++) {
    const account = `reader${Math.floor(random() * 300)}`;
    const objects = [{ kind: "post" as const, id: `p${Math.floor(random() * 500)}` }];
    const text = `Reader ${Math.floor(random() * 1e9)} thinks about ${newId()}.`;
    actions.push({ id: newId(), at: now(), account, kind: "reply", text, objects });
  }
  const batch = { actions, isAcknowledged: false };
  journal.batches.push(batch);
  const answer = await api(toBatchRequest(batch));
  if (answer === null) return false;
  if (answer.status !== 200) return refused(journal, "actions", answer);
  batch.isAcknowledged = true;
  if (answer.body["accepted"] !== actions.length)
    journal.problems.push(`Of new actions: ${JSON.stringify(answer.body)}`);
  return true;
}

async function sendChange(api: DrillApi, { journal, random }: HandsOptions): Promise<boolean> {
  const known = journal.batches.filter(({ isAcknowledged }) => isAcknowledged);
  const actions = known[Math.floor(random() * known.length)]?.actions ?? [];
  const action = actions[Math.floor(random() * actions.length)];
  if (action === undefined || journal.changes.some(({ id }) => id === action.id)) return true;
  const text = random() < 0.4 ? null : `Edited: ${action.id}`;
  const change = { id: action.id, text, isAcknowledged: false };
  journal.changes.push(change);
  const answer = await api(toChangeRequest(change));
  if (answer === null) return false;
  if (answer.status !== 204) return refused(journal, "a change", answer);
  change.isAcknowledged = true;
  return true;
}

async function sendObject(api: DrillApi, { journal }: HandsOptions, object: SentObject): Promise<boolean> {
  journal.objects.push(object);
  const answer = await api(toObjectRequest(object));
  if (answer === null) return false;
  if (answer.status !== 201) return refused(journal, object.kind, answer);
  object.id = String(answer.body["id"]);
  return true;
}

function toClaim(id: string): SentObject {
  const name = `The harbour was sold by ${id}.`;
  return { kind: "claims", name, body: { claim: name, verdict: "false" }, key: `claim-${id}`, id: null };
}

function toReport(id: string): SentObject {
  const name = `post-${id}`;
  const form = { reasons: "It is a threat.", location: "There.", name: "A", email: "a@b.example", inGoodFaith: true };
  const body = { object: { kind: "post", id: name }, category: "threat", account: `r-${id}`, ...form };
  return { kind: "reports", name, body, key: `report-${id}`, id: null };
}

function refused(journal: Journal, what: string, answer: { readonly status: number; readonly body: unknown }): boolean {
  journal.problems.push(`${what}: ${answer.status} ${JSON.stringify(answer.body).slice(0, 300)}`);
  return true;
}

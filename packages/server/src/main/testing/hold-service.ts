import { setTimeout as wait } from "node:timers/promises";
import { listAll, type DrillApi } from "./drill-api.ts";
import {
  isSameObject,
  toBatchRequest,
  toChangeRequest,
  toObjectRequest,
  type Journal,
  type SentObject,
} from "./journal.ts";

/** Where a check has come to: what was settled by an earlier one is not asked again. */
export type Settled = { batches: number; changes: number; objects: number };

/**
 * Sends again what was under way when the process died, as a platform does, and everything since the last check that had been acknowledged: of
 * that nothing may be new. What is wrong goes into the journal.
 */
export async function settle(api: DrillApi, journal: Journal, from: Settled): Promise<Settled> {
  const { batches, changes, objects, problems } = journal;
  for (const batch of batches.slice(from.batches)) {
    const answer = await api(toBatchRequest(batch));
    const { accepted, duplicates } = (answer?.body ?? {}) as { accepted?: number; duplicates?: number };
    const total = (accepted ?? 0) + (duplicates ?? 0);
    if (answer?.status !== 200 || total !== batch.actions.length) {
      problems.push(`Sent again, actions got ${answer?.status}: ${JSON.stringify(answer?.body).slice(0, 200)}`);
    }
    if (batch.isAcknowledged && accepted !== 0) problems.push(`${accepted} acknowledged actions were lost.`);
    batch.isAcknowledged = true;
  }
  for (const change of changes.slice(from.changes)) {
    if (change.isAcknowledged) continue;
    const answer = await api(toChangeRequest(change));
    // A deletion that had been made finds nothing more.
    const isDone = answer?.status === 204 || (change.text === null && answer?.status === 404);
    if (!isDone) problems.push(`A change that was sent again got ${answer?.status}.`);
    change.isAcknowledged = true;
  }
  for (const object of objects.slice(from.objects)) {
    if (object.id === null) await sendAgain(api, journal, object);
    const answer = await api({ method: "GET", path: `/v1/${object.kind}/${object.id}` });
    const kept = answer?.body as Record<string, unknown> | undefined;
    if (kept === undefined || !isSameObject(object, kept)) {
      problems.push(`${object.kind} ${object.id} is not there: ${answer?.status}.`);
    }
  }
  return { batches: batches.length, changes: changes.length, objects: objects.length };
}

/** Under the same key; where the service does not know what became of it, it is looked for, as the manual says. */
async function sendAgain(api: DrillApi, { problems }: Journal, object: SentObject): Promise<void> {
  const first = await api(toObjectRequest(object));
  if (first?.status === 201) {
    object.id = String(first.body["id"]);
    return;
  }
  if (first?.body["code"] !== "conflict") problems.push(`${object.kind} sent again: ${JSON.stringify(first)}`);
  const found = (await listAll(api, `/v1/${object.kind}`))?.find((item) => isSameObject(object, item));
  if (found !== undefined) {
    object.id = String(found["id"]);
    return;
  }
  object.key = `${object.key}-again`;
  const second = await api(toObjectRequest(object));
  object.id = String(second?.body["id"]);
}

/** Tokens are in force, or revoked, as was acknowledged. */
export async function checkTokens(
  { tokens, problems }: Journal,
  open: (secret: string) => DrillApi,
  last: number,
): Promise<void> {
  for (const [id, token] of [...tokens].slice(-last)) {
    // The process makes and revokes on while it is asked, and its word may come after its answer: what is lost is lost a moment later too.
    let [status, isExpected] = [0, false];
    for (let tries = 0; tries < 3 && !isExpected; tries++) {
      if (tries > 0) await wait(300);
      const answer = await open(token.secret)({ method: "GET", path: "/v1/claims?limit=1" });
      status = answer?.status ?? 0;
      isExpected = { made: [200], revoking: [200, 401], revoked: [401] }[token.state].includes(status);
    }
    if (!isExpected) problems.push(`Token ${id}, ${token.state}, gets ${status}.`);
  }
}

export type ServiceCount = { readonly leads: number; readonly leadsTwice: number; readonly objectsTwice: number };

/** Every claim and report once, every group with at most one lead. */
export async function countAll(api: DrillApi, { objects, problems }: Journal): Promise<ServiceCount> {
  let objectsTwice = 0;
  for (const kind of ["claims", "reports"] as const) {
    const items = (await listAll(api, `/v1/${kind}`)) ?? [];
    const wanted = objects.filter((object) => object.kind === kind);
    const extra = items.length - wanted.length;
    if (extra !== 0) problems.push(`There are ${items.length} ${kind}, and ${wanted.length} were sent.`);
    objectsTwice += Math.max(0, extra);
  }
  const leads = ((await listAll(api, "/v1/leads")) ?? []).filter(({ source }) => source === "detector");
  const groups = new Set(leads.map(({ group }) => group));
  return { leads: leads.length, leadsTwice: leads.length - groups.size, objectsTwice };
}

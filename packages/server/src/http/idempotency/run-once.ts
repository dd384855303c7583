import { createHash } from "node:crypto";
import { HttpError } from "../http-error.ts";
import type { Knock } from "../knock.ts";
import { toHttpError } from "../problem.ts";
import type { Rendered } from "../render-answer.ts";
import type { Caller } from "../route.ts";
import type { StoredAnswer } from "./idempotency-store.ts";
import type { Idempotency, KeyState } from "./idempotency.ts";

/** Errors which say that nothing was done and that the same request may succeed later. All others are answers, to be repeated. */
const passing: ReadonlySet<string> = new Set(["too_many_requests", "unavailable"]);

type OnceRequest = {
  readonly knock: Knock;
  readonly caller: Caller;
  /** The body as it came. */
  readonly bytes: Uint8Array;
  readonly at: number;
  /** Called where the answer is one that was given before, be it an error. */
  readonly onReplay: () => void;
};

export type RunOnce = (request: OnceRequest, work: () => Promise<Rendered>) => Promise<Rendered>;

/**
 * Requests that carry an `Idempotency-Key` have one effect for each caller and key: the first is worked on, those that come meanwhile wait
 * for it, those that come later (24 h) get the same answer. What the handler refused is kept like any other answer; `too_many_requests` and
 * `unavailable` give the key back. Where the process died between effect and answer nobody knows whether there was one: then it is
 * `conflict`, and never a second effect.
 */
export function createRunOnce(idempotency: Idempotency): RunOnce {
  const running = new Map<string, Promise<void>>();
  const begin = async (
    request: { readonly key: string; readonly fingerprint: string; readonly at: number },
    onReplay: () => void,
    work: () => Promise<Rendered>,
  ): Promise<Rendered> => {
    const state = await idempotency.begin(request);
    return state.kind === "new" ? workOn(idempotency, request.key, work) : replay(state, onReplay);
  };
  return async ({ knock, caller, bytes, at, onReplay }, work) => {
    const sent = knock.headers["idempotency-key"];
    if (sent === undefined) return work();
    const key = hash(caller.kind, caller.kind === "anonymous" ? "" : caller.id, parseKey(sent));
    const fingerprint = hash(knock.method, knock.url, bytes);
    for (let other = running.get(key); other !== undefined; other = running.get(key)) await other;
    const answer = begin({ key, fingerprint, at }, onReplay, work);
    const isDone = answer.then(ignore, ignore).then(() => void running.delete(key));
    running.set(key, isDone);
    return answer;
  };
}

const ignore = (): void => undefined;

async function workOn(idempotency: Idempotency, key: string, work: () => Promise<Rendered>): Promise<Rendered> {
  let answer: Rendered;
  try {
    answer = await work();
  } catch (error) {
    const { code, message, faults = [], refusal } = toHttpError(error);
    const kept = { code, detail: code === "internal" ? "" : message, faults, ...(refusal && { refusal }) };
    if (passing.has(code)) await idempotency.release(key);
    else await idempotency.complete(key, { kind: "error", ...kept });
    throw error;
  }
  await idempotency.complete(key, toStored(answer));
  return answer;
}

function toStored({ status, headers, body }: Rendered): StoredAnswer {
  if (body !== null && typeof body !== "string") throw new Error("A stream cannot be answered twice.");
  return { kind: "answer", status, headers, body };
}

function replay(state: Exclude<KeyState, { kind: "new" }>, onReplay: () => void): Rendered {
  if (state.kind === "reused") throw new HttpError("idempotency_key_reused");
  const { answer } = state;
  if (answer === null) {
    throw new HttpError("conflict", { code: "effect_unsure" });
  }
  onReplay();
  if (answer.kind === "answer") return answer;
  const { code, detail, faults, refusal } = answer;
  throw HttpError.remake({ code, message: detail, refusal, ...(faults.length > 0 && { faults }) });
}

/** A UUID or the like. Kept as a hash only: what clients put there may be anything. */
function parseKey(sent: string | readonly string[]): string {
  if (typeof sent === "string" && /^[\x21-\x7e]{1,255}$/.test(sent)) return sent;
  const faults = [{ pointer: "/headers/idempotency-key", message: "1 to 255 visible ASCII characters, no space." }];
  throw new HttpError("invalid_request", "", { faults });
}

/** SHA-256 over parts that cannot run into one another: no header, method or address holds a line feed, and the body comes last. */
function hash(...parts: readonly (string | Uint8Array)[]): string {
  const digest = createHash("sha256");
  for (const part of parts) digest.update(part).update("\n");
  return digest.digest("base64url");
}

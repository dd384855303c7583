import { postUnitsMax, type CheckResult, type Entry, type Match } from "@breakwater/claims";
import type { checkAnswer, checkRequest } from "@breakwater/contract";
import { findIdentifiers } from "@breakwater/intake";
import type { z } from "zod";
import { HttpError } from "../../http/http-error.ts";
import type { Caller } from "../../http/route.ts";
import type { DoorSamples } from "../samples/door-samples.ts";
import type { ClaimChecker } from "./claim-checker.ts";
import { choosePromptLanguage, toPrompt } from "./prompts.ts";

export type CheckRequest = z.output<typeof checkRequest>;
export type CheckAnswer = z.output<typeof checkAnswer>;

/** Appends one action as `POST /v1/actions` does; durable once it resolves. Kept where the status is `stored` or `duplicate`. */
export type ActionAppender = (
  caller: Caller,
  value: Readonly<Record<string, unknown>>,
  at: number,
) => Promise<{ readonly status: string; readonly reason?: string }>;

export type PostCheckerParts = {
  readonly claims: ClaimChecker;
  readonly samples: DoorSamples;
  readonly appendOne: ActionAppender;
  /** Under which name the action log keeps what a caller sends: ids are unique within it. */
  readonly sourceOf: (caller: Caller) => string;
  /** Milliseconds since 1970, by the clock that stamped the request's `at`. */
  readonly now: () => number;
  /** Calls back after `ms`; what it returns takes that back. `setTimeout` unless given. */
  readonly after?: (ms: number, callBack: () => void) => () => void;
};

export type PostChecker = {
  /** `at`: when the request came. */
  readonly check: (
    request: CheckRequest,
    from: { readonly caller: Caller; readonly at: number },
  ) => Promise<CheckAnswer>;
};

const matchesShown = 5;

/**
 * The check before publication. What is looked for among claims and samples, and the post's own place in its sample, is one synchronous
 * step; only the append behind it waits. Past the deadline it answers that it is late, never with an error. Nothing of the text is kept but what
 * `insert` asks for.
 */
export function createPostChecker(parts: PostCheckerParts): PostChecker {
  const { claims, samples, appendOne, sourceOf, now, after = afterTimeout } = parts;

  /** One step: nothing comes in between. `isNew`: the post counts in its sample since this very call. */
  function lookFor(request: CheckRequest, { caller, at, insert }: From & { readonly insert: Insert | null }) {
    const { text, deadlineMs = Number.POSITIVE_INFINITY } = request;
    const isLate = (): boolean => now() - at >= deadlineMs;
    if (isLate()) return { answer: toLate(request), isNew: false };
    const result = claims.check(text, request.at ?? at);
    const source = sourceOf(caller);
    const isNew = insert !== null && !samples.has(source, insert.id);
    const sample =
      insert === null
        ? samples.look(text, at, request.id === undefined ? undefined : { source, id: request.id })
        : samples.put({ source, id: insert.id, account: insert.account, text, at });
    if (isLate()) return { answer: toLate(request), isNew };
    return { answer: toAnswer(request, { result, sample, entryOf: (id) => claims.entryOf(id) }), isNew };
  }

  async function append({ id, value }: Insert, { caller, at, isNew }: From & { readonly isNew: boolean }) {
    const takeBack = (): void => {
      if (isNew) samples.forget(sourceOf(caller), id);
    };
    try {
      const outcome = await appendOne(caller, value, at);
      if (outcome.status !== "stored" && outcome.status !== "duplicate") takeBack();
      return outcome;
    } catch (error) {
      takeBack();
      throw error;
    }
  }

  return {
    check: async (request, { caller, at }) => {
      const insert = toInsert(request, at);
      const { answer, isNew } = lookFor(request, { caller, at, insert });
      if (insert === null) return answer;
      const appended = append(insert, { caller, at, isNew });
      const { deadlineMs } = request;
      if (deadlineMs === undefined) return { ...answer, insert: await appended };
      const leftMs = Math.max(0, deadlineMs - (now() - at));
      return { ...answer, insert: await inTime(appended, leftMs, after) };
    },
  };
}

type From = { readonly caller: Caller; readonly at: number };

type Insert = { readonly id: string; readonly account: string; readonly value: Readonly<Record<string, unknown>> };

/** The action to append: what the request says beside it, stands where the action itself says nothing. */
function toInsert({ insert, text, id, account, at: writtenAt }: CheckRequest, at: number): Insert | null {
  if (insert === undefined) return null;
  const value = { id, account, at: writtenAt ?? at, text, ...insert };
  const faults = [
    ...(value.text === text ? [] : [{ pointer: "/insert/text", message: "another text than the one that is checked" }]),
    ...(isId(value.id) ? [] : [{ pointer: "/insert/id", message: "an id is needed" }]),
    ...(isId(value.account) ? [] : [{ pointer: "/insert/account", message: "an account is needed" }]),
  ];
  if (isId(value.id) && isId(value.account) && faults.length === 0) {
    return { id: value.id, account: value.account, value };
  }
  throw new HttpError("invalid_request", "", { faults });
}

function isId(value: unknown): value is string {
  return typeof value === "string" && value !== "";
}

function toAnswer(
  { text, language, onLate }: CheckRequest,
  found: {
    readonly result: CheckResult;
    readonly sample: CheckAnswer["sample"];
    readonly entryOf: (id: string) => Entry | undefined;
  },
): CheckAnswer {
  const { result, sample } = found;
  const told = result.matches.flatMap((match) => {
    const entry = match.band === "nothing" ? undefined : found.entryOf(match.entry);
    return entry === undefined ? [] : [{ match, entry }];
  });
  const best = told.find(({ match }) => match.band === result.band);
  const prompt = best === undefined ? null : toPrompt(best.match, best.entry, choosePromptLanguage(language, text));
  return {
    relation: result.relation,
    band: result.band,
    confidence: result.confidence,
    entry: best === undefined ? null : toWireEntry(best.entry),
    matches: told.slice(0, matchesShown).map(({ match, entry }) => toWireMatch(match, entry)),
    sample,
    exposed: findIdentifiers(text).map(({ kind, start, end }) => ({ kind, start, end })),
    prompt,
    late: false,
    onLate,
    isCut: text.length > postUnitsMax,
    insert: null,
  };
}

function toLate({ text, onLate }: CheckRequest): CheckAnswer {
  return {
    relation: "none",
    band: "nothing",
    confidence: 0,
    entry: null,
    matches: [],
    sample: null,
    exposed: [],
    prompt: null,
    late: true,
    onLate,
    isCut: text.length > postUnitsMax,
    insert: null,
  };
}

function toWireMatch({ relation, band, confidence, field, fieldText, spans, why }: Match, entry: Entry) {
  return {
    entry: toWireEntry(entry),
    relation,
    band,
    confidence,
    field,
    fieldText,
    spans: { post: spans.post.map(toWireSpan), entry: spans.entry.map(toWireSpan) },
    holds: [...why.holds],
  };
}

function toWireSpan({ from, to }: Match["spans"]["post"][number]): { readonly start: number; readonly end: number } {
  return { start: from, end: to };
}

function toWireEntry({ id, claim, verdict, title, url, languages }: Entry): NonNullable<CheckAnswer["entry"]> {
  return { id, claim, verdict, title: title ?? null, url: url ?? null, languages: [...languages] };
}

/** Whatever becomes of it later is not this caller's any more: they ask by sending the action again. */
async function inTime<T>(
  work: Promise<T>,
  ms: number,
  after: NonNullable<PostCheckerParts["after"]>,
): Promise<T | { readonly status: "pending" }> {
  let cancel = (): void => {};
  const timeout = new Promise<{ readonly status: "pending" }>((resolve) => {
    cancel = after(ms, () => resolve({ status: "pending" }));
  });
  work.catch(() => undefined);
  return Promise.race([work, timeout]).finally(cancel);
}

function afterTimeout(ms: number, callBack: () => void): () => void {
  const timer = setTimeout(callBack, ms);
  return () => clearTimeout(timer);
}

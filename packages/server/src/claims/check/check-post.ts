import { postUnitsMax } from "@breakwater/claims";
import type { checkRequest } from "@breakwater/contract";
import { findIdentifiers } from "@breakwater/intake";
import type { z } from "zod";
import { HttpError } from "../../http/http-error.ts";
import type { Caller } from "../../http/route.ts";
import type { DoorSamples } from "../samples/door-samples.ts";
import { nothingMatched, type CheckAnswer, type MatchAnswer } from "./check-answer.ts";
import type { Matcher } from "./matcher.ts";

export type CheckRequest = z.output<typeof checkRequest>;

/** Appends one action as `POST /v1/actions` does; durable once it resolves. Kept where the status is `stored` or `duplicate`. */
export type ActionAppender = (
  caller: Caller,
  value: Readonly<Record<string, unknown>>,
  at: number,
) => Promise<{ readonly status: string; readonly reason?: string }>;

export type PostCheckerParts = {
  readonly matcher: Matcher;
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

/**
 * The check before publication. Claims are looked for first; the post's own look among the samples, and its place there, is one synchronous step that only
 * the append behind it waits for. Past the deadline it answers that it is late, never with an error, whatever is still under way. Nothing of the text is
 * kept but what `insert` asks for.
 */
export function createPostChecker(parts: PostCheckerParts): PostChecker {
  const { matcher, samples, appendOne, sourceOf, now, after = afterTimeout } = parts;

  /** Null once it is late. */
  async function match({ text, language, at: writtenAt, deadlineMs }: CheckRequest, at: number) {
    const asked = { text, language, writtenAt: writtenAt ?? at };
    if (deadlineMs === undefined) return matcher.match({ ...asked, lateAt: null });
    const lateAt = at + deadlineMs;
    const matched = await inTime(matcher.match({ ...asked, lateAt }), lateAt - now(), { after, instead: null });
    return now() >= lateAt ? null : matched;
  }

  function lookAmongSamples(
    { text, id }: CheckRequest,
    { caller, at, insert }: From & { readonly insert: Insert | null },
  ) {
    const source = sourceOf(caller);
    if (insert === null) return samples.look(text, at, id === undefined ? undefined : { source, id });
    return samples.put({ source, id: insert.id, account: insert.account, text, at });
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
      const matched = await match(request, at);
      // From here to the append nothing comes in between.
      const isNew = insert !== null && matched !== null && !samples.has(sourceOf(caller), insert.id);
      const sample = matched === null ? null : lookAmongSamples(request, { caller, at, insert });
      const answer = toAnswer(request, { matched, sample });
      if (insert === null) return answer;
      const appended = append(insert, { caller, at, isNew });
      const { deadlineMs } = request;
      if (deadlineMs === undefined) return { ...answer, insert: await appended };
      const leftMs = deadlineMs - (now() - at);
      return { ...answer, insert: await inTime(appended, leftMs, { after, instead: { status: "pending" } }) };
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

/** `sample`: null where the post is not, or was not looked for in time. `matched`: null where it came too late. */
function toAnswer(
  { text, onLate }: CheckRequest,
  { matched, sample }: { readonly matched: MatchAnswer | null; readonly sample: CheckAnswer["sample"] },
): CheckAnswer {
  const exposed = matched === null ? [] : findIdentifiers(text).map(({ kind, start, end }) => ({ kind, start, end }));
  return {
    ...(matched ?? nothingMatched),
    sample,
    exposed,
    late: matched === null,
    onLate,
    isCut: text.length > postUnitsMax,
    insert: null,
  };
}

/** What comes later is not this caller's any more: they ask by sending the action again. */
async function inTime<T, U>(
  work: Promise<T>,
  ms: number,
  { after, instead }: { readonly after: NonNullable<PostCheckerParts["after"]>; readonly instead: U },
): Promise<T | U> {
  let cancel = (): void => {};
  const timeout = new Promise<U>((resolve) => {
    cancel = after(Math.max(0, ms), () => resolve(instead));
  });
  work.catch(() => undefined);
  return Promise.race([work, timeout]).finally(cancel);
}

function afterTimeout(ms: number, callBack: () => void): () => void {
  const timer = setTimeout(callBack, ms);
  return () => clearTimeout(timer);
}

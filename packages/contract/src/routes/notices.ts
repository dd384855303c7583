import { z } from "zod";
import { id, instant, language, pageOf, pageQuery } from "../common.ts";
import { defineRoute, type Route } from "../route.ts";

/** What a person is told of. */
export const noticeLetterKinds = [
  /** A decision about their account: the statement of reasons. */
  "decision",
  /** They are asked before anything is decided. */
  "hearing",
  /** An item of theirs is held back for a time. */
  "hold",
  "appeal_outcome",
  /** Everything that a decision changed has been given back. */
  "restored",
  /** What came of a report. */
  "report_outcome",
  "reporter_warned",
  "processing_suspended",
] as const;

/**
 * `waiting`: for the ledger, or for its turn. `sent`: asked of the platform, which has not said what came of it. `failed`: tried, and will be again.
 * `stuck`: cannot be written as things are; `fault` says what is missing. `ended`: what it was about is over.
 */
export const noticeStatuses = ["waiting", "sent", "delivered", "failed", "contact_unknown", "stuck", "ended"] as const;

const kind = z.enum(noticeLetterKinds).meta({ id: "NoticeLetterKind" });
const status = z.enum(noticeStatuses).meta({ id: "NoticeStatus" });
const params = z.object({ id });

const letter = z
  .object({
    language,
    subject: z.string(),
    sections: z.array(z.object({ id: z.string(), heading: z.string(), lines: z.array(z.string()) })),
  })
  .meta({ id: "NoticeLetter" });

export const noticeLine = z
  .object({
    id,
    kind,
    /** What it is about: a decision, the case of a hearing, a hold, a report, a reporter's record. */
    about: z.object({ object: z.enum(["decision", "case", "hold", "report", "reporter"]), id }),
    /** `account`: the platform passes it on. `mail`: to the address that a reporter gave. */
    channel: z.enum(["account", "mail"]),
    status,
    createdAt: instant,
    attempts: z.int().min(0),
    lastAt: instant.nullable(),
    /** When it is tried again; null where it is not. */
    nextAt: instant.nullable(),
    /** Why the last try came to nothing, as code words. */
    fault: z.string().nullable(),
  })
  .meta({ id: "NoticeLine" });

/** For whoever is told to keep: with it, a change to anything that was logged before can be proven. */
export const noticeReceipt = z
  .object({
    /** Sequence of the ledger's entry of what the notice tells of. */
    entry: z.int().min(0),
    /** The newest checkpoint, a C2SP signed note, byte for byte. */
    checkpoint: z.string(),
  })
  .meta({ id: "NoticeReceipt" });

export const notice = z
  .object({
    id,
    kind,
    /** To whom the platform passes it on. */
    account: id,
    status,
    /** In each language that the service speaks: pass on the account's, or all of them. The checkpoint to keep stands in each. */
    letters: z.array(letter).min(1),
    /** Where the account reads it and answers, without signing in. Whoever has it can do so: to the account alone. */
    link: z.string(),
    receipt: noticeReceipt,
  })
  .meta({ id: "Notice" });

export const listNotices = defineRoute({
  id: "listNotices",
  method: "GET",
  path: "/v1/notices",
  access: "notices:read",
  summary: "List notices to people and how far they got, the newest first: no text, no link, no name.",
  tag: "notices",
  query: pageQuery.extend({
    /** One status or several, with commas between them. */
    status: z
      .string()
      .max(200)
      .transform((text) => text.split(","))
      .pipe(z.array(status).min(1))
      .optional(),
    /** The id of what they are about. */
    about: id.optional(),
  }),
  status: 200,
  response: pageOf(noticeLine),
});

export const getNotice = defineRoute({
  id: "getNotice",
  method: "GET",
  path: "/v1/notices/{id}",
  access: "notices:deliver",
  summary: "Read a notice with its link, to pass it on to the account.",
  tag: "notices",
  params,
  status: 200,
  response: notice,
  errors: ["not_found", "gone", "refused"],
});

export const noteNoticeDelivery = defineRoute({
  id: "noteNoticeDelivery",
  method: "POST",
  path: "/v1/notices/{id}/delivery",
  access: "notices:deliver",
  summary: "Say what became of a notice. A decision takes effect once its notice has reached the account.",
  tag: "notices",
  params,
  body: z.strictObject({
    /**
     * `delivered`: the account can read it. `failed`: it will be asked for again. `contact_unknown`: nobody can be reached, and the effect does not wait.
     * `logged_in`: after a failure the account has signed in; the time to object runs from now.
     */
    outcome: z.enum(["delivered", "failed", "contact_unknown", "logged_in"]),
  }),
  status: 200,
  response: z.object({ id, status }).meta({ id: "NoticeDelivery" }),
  errors: ["not_found", "refused"],
  idempotent: true,
});

export const noticesRoutes: readonly Route[] = [listNotices, getNotice, noteNoticeDelivery];

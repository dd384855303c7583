import type { z } from "zod";
import type { Scope } from "./access.ts";
import { id } from "./common.ts";
import { row, version, word, type NoticeRow } from "./notice-row.ts";

type DeskRow = NoticeRow & { readonly data: z.ZodObject<typeof object> };

/** What a line of the object's list says of it to everybody who may read that list, and no more. */
const object = { id, version, status: word };
const desk = (scope: Scope, en: string, zh: string): DeskRow => row(scope, [en, zh], object);

/**
 * What people work on, for the pages that they have open: an id and how it stands now. Who did what to whom is asked of the object, which
 * keeps it from whoever need not know. Goes to no webhook: whoever manages those opens no case.
 */
export const deskNotices = {
  "case.changed": desk("cases:read", "A case has changed.", "案件有变化。"),
  "decision.changed": desk("cases:read", "A decision has changed.", "决定有变化。"),
  "hold.changed": desk("cases:read", "A hold has changed.", "暂缓有变化。"),
  "transfer.changed": desk("cases:read", "A hand-over has changed.", "移交有变化。"),
  "authority.changed": desk("authority:read", "A request of an authority has changed.", "机关请求有变化。"),
  "operation.changed": desk("operations:read", "An operation has changed.", "专项行动有变化。"),
  "review.changed": desk("reviews:read", "A self-review has changed.", "自查有变化。"),
  "unmasking.changed": desk("unmasking:read", "A request to unmask has changed.", "揭示申请有变化。"),
  "workspace.changed": desk("victims:read", "A victim's workspace has changed.", "受害人工作区有变化。"),
  "policy.changed": desk("policies:read", "A draft, rule or override has changed.", "规则草案、规则或例外有变化。"),
  "correction.changed": desk(
    "corrections:read",
    "A reader has asked for a correction, or was answered.",
    "读者提出更正请求，或已获答复。",
  ),
  // Which one, each queue says to those alone who work it; here everybody hears who works any.
  "job.changed": row(
    "jobs:work",
    ["A job was taken, left, given on or asked for.", "有工作被认领、退回、转交或提出。"],
    {},
  ),
} as const;

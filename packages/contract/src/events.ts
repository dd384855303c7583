import { z } from "zod";
import type { Scope } from "./access.ts";
import { id, instant } from "./common.ts";
import { deskNotices } from "./desk-notices.ts";
import { count, row, version, word, type NoticeRow } from "./notice-row.ts";

const action = { source: id, id };
const group = { group: id, accounts: count.optional(), isCampaign: z.boolean().optional() };
const detector = { detector: id, reason: word.optional() };
const lead = { lead: id, version: version.optional(), group: id.optional(), learning: z.boolean().optional() };
const report = { report: id, version: version.optional() };
const claim = {
  id,
  version,
  /** Of the version that posts are checked against. */
  inForceVersion: count.optional(),
  action: word.optional(),
  status: word.optional(),
};
/** Names it when the platform says what came of it: `POST /v1/effects/{id}/confirm`. */
const effect = id.optional();
const measure = {
  effect,
  decision: id,
  measure: id,
  type: word,
  target: z.strictObject({ kind: word, id }),
  account: id.nullable(),
};
const hold = { effect, hold: id, item: id, slot: word };

/**
 * Every kind of notice: what the outbox holds, the event stream sends and webhooks deliver. One table for code, API and manual. Whoever
 * wants to know more than a notice says asks the API for what it names, and is held to their own permissions there.
 */
export const noticeKinds = {
  "action.edited": row("groups:read", ["The platform changed a post.", "平台修改了一则内容。"], action),
  "action.deleted": row("groups:read", ["The platform took a post away.", "平台删除了一则内容。"], action),
  "group.found": row("groups:read", ["Accounts act together more than chance explains.", "发现协同群组。"], group),
  "group.grew": row("groups:read", ["A group has more accounts or actions.", "群组有新增账号或行为。"], group),
  "group.ended": row("groups:read", ["A group has stopped.", "群组活动已停止。"], group),
  "detector.paused": row("detection:read", ["A detector was paused.", "检测器已暂停。"], detector),
  "detector.resumed": row("detection:read", ["A detector runs again.", "检测器已恢复。"], detector),
  "preview.ready": row("detection:read", ["A detector's preview can be looked at.", "检测器预览已就绪。"], {
    preview: id,
    state: word.optional(),
  }),
  "lead.learning": row("leads:read", ["A detector that still learns would open a lead.", "学习期检测器的线索。"], lead),
  "lead.opened": row("leads:read", ["A lead was opened.", "新线索已建立。"], lead),
  "lead.updated": row("leads:read", ["A lead has changed.", "线索有更新。"], lead),
  "lead.ended": row("leads:read", ["What a lead is about has stopped.", "线索所涉活动已停止。"], lead),
  "lead.decided": row("leads:read", ["People decided about a lead.", "线索已有处理结果。"], {
    ...lead,
    status: word.optional(),
  }),
  "report.received": row("reports:read", ["A report came in.", "收到举报。"], report),
  "report.decided": row("reports:read", ["A report was decided.", "举报已有处理结果。"], {
    ...report,
    status: word.optional(),
  }),
  "rule.changed": row("policies:read", ["A rule was published, took effect or ended.", "规则已公布、生效或终止。"], {
    rule: id,
    status: word,
  }),
  "claim.published": row("claims:read", ["A determination was published.", "认定已发布。"], claim),
  "claim.corrected": row("claims:read", ["A published determination was corrected.", "已发布的认定有更正。"], claim),
  "claim.withdrawn": row("claims:read", ["A determination was withdrawn.", "认定已撤回。"], claim),
  "claim.changed": row("claims:read", ["An entry of the registry has changed.", "登记条目有变化。"], claim),
  "claim.imported": row("claims:read", ["Entries of somebody else came in.", "已导入外部条目。"], {
    import: id,
    entries: count,
  }),
  // For the platform, which carries them out and says so: accounts are named, so that no role of people has it.
  "measure.apply": row("effects:write", ["A measure that people decided is to be applied.", "请执行已决定的措施。"], {
    ...measure,
    endsAt: instant.nullable(),
  }),
  "measure.reverse": row("effects:write", ["A measure is to be taken back.", "请撤销措施。"], measure),
  "hold.place": row("effects:write", ["An item is to be held back for a time.", "请暂缓一则内容。"], {
    ...hold,
    endsAt: instant.nullable(),
  }),
  "hold.release": row("effects:write", ["An item is to be let go.", "请放行一则内容。"], hold),
  "statements.unreconciled": row(
    "statements:read",
    ["Restrictions and the statements about them do not add up.", "限制措施与理由书数目不符。"],
    { restrictions: count, statements: count, queued: count, accepted: count, refused: count, withheld: count },
  ),
  // For whoever passes notices on to accounts; the text and the link are asked for by its id, under that permission.
  "notice.send": row("notices:deliver", ["A notice is to be passed on to an account.", "请将通知转达给账号。"], {
    notice: id,
    kind: word,
    account: id,
    /** Counts from 1; it comes again until somebody says what became of it. */
    attempt: version,
  }),
  "notice.settled": row("notices:read", ["It is known what became of a notice.", "通知的送达情况已知。"], {
    notice: id,
    status: word,
  }),
  "webhook.ping": row("webhooks:manage", ["Somebody tries whether a webhook arrives.", "测试推送。"], { webhook: id }),
  "webhook.changed": row("webhooks:manage", ["Somebody changed a webhook.", "推送端点有变更。"], {
    webhook: id,
    change: z.enum(["created", "updated", "enabled", "disabled", "rotated", "deleted"]),
    /** The token or person. */
    by: id.nullable(),
  }),
  "webhook.disabled": row("webhooks:manage", ["The service disabled a webhook.", "推送端点已被自动停用。"], {
    webhook: id,
    reason: z.enum(["gone", "failing"]),
  }),
  "access.changed": row("access:manage", ["Somebody's access was changed.", "访问权限有变更。"], {
    /** `token`, `person`, … */
    what: word,
    /** Whose access it is; null where that is nobody's business. */
    id: id.nullable(),
  }),
  "records.erased": row("records:manage", ["An account's data was erased.", "某账号数据已清除。"], {
    /** How much, by where it was. */
    erased: z.record(word, count),
    keptBack: count,
    failed: count,
  }),
  "retention.ran": row("records:manage", ["What was past its time was deleted.", "到期数据已清除。"], {
    /** How much, by what it was. */
    deleted: z.record(word, count),
    /** Rules whose work failed and will be tried again. */
    failed: z.array(word).max(64),
  }),
  "ledger.checkpoint": row("ledger:read", ["The ledger has a new checkpoint.", "存证账本有新检查点。"], {
    size: count,
  }),
  ...deskNotices,
} as const satisfies Readonly<Record<string, NoticeRow>>;

export type NoticeKind = keyof typeof noticeKinds;
export type NoticeData<K extends NoticeKind> = z.input<(typeof noticeKinds)[K]["data"]>;

/** Permissions that platforms alone have, because what is read by them names accounts. */
const platformScopes: readonly Scope[] = ["effects:write", "notices:deliver"];

/** The permission that whoever has this kind sent to an address of theirs must have; null: any of it, for it names no account. */
export function findPlatformScope(kind: NoticeKind): Scope | null {
  const { scope } = noticeKinds[kind];
  return platformScopes.includes(scope) ? scope : null;
}

export const noticeKindNames: readonly NoticeKind[] = Object.keys(noticeKinds) as NoticeKind[];
export const noticeKind = z.enum(noticeKindNames as [NoticeKind, ...NoticeKind[]]).meta({ id: "NoticeKind" });
/** Kinds that may be sent to an address; what happens at the desks is heard on the stream alone. */
export const webhookKindNames: readonly NoticeKind[] = noticeKindNames.filter((kind) => !isOfDesks(kind));
export const webhookKind = z.enum(webhookKindNames as [NoticeKind, ...NoticeKind[]]).meta({ id: "WebhookKind" });

/** Whether it tells of what people work on, and so goes to no address. */
export function isOfDesks(kind: NoticeKind): boolean {
  return Object.hasOwn(deskNotices, kind);
}

export function isNoticeKind(kind: string): kind is NoticeKind {
  return Object.hasOwn(noticeKinds, kind);
}

/** What a webhook's body and the data of an event are. The names of its members are those of Standard Webhooks. */
export const noticeMessage = z
  .object({
    type: noticeKind,
    /** When it happened, ISO 8601 in UTC with milliseconds. */
    timestamp: z.iso.datetime(),
    /** Its place in the order of what happened; rises, with gaps where kinds are left out. Null in a ping, which has no place there. */
    sequence: z.int().min(1).nullable(),
    /** As the table of kinds says for `type`. */
    data: z.record(z.string(), z.unknown()),
  })
  .meta({ id: "NoticeMessage" });
export type NoticeMessage = z.infer<typeof noticeMessage>;

/** What a notice says, with nothing that the table does not know; null where it is of no known kind or lacks what the table asks for. */
export function toNoticeMessage(notice: {
  readonly sequence: number | null;
  readonly at: number;
  readonly kind: string;
  readonly data: unknown;
}): NoticeMessage | null {
  const { sequence, at, kind } = notice;
  if (!isNoticeKind(kind) || !instant.safeParse(at).success) return null;
  const data = noticeKinds[kind].data.safeParse(notice.data);
  return data.success ? { type: kind, timestamp: new Date(at).toISOString(), sequence, data: data.data } : null;
}

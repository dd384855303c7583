export { roleScopes, scopes, staffRoles, type Scope, type StaffRole } from "./access.ts";
export { id, instant, language, pageOf, pageQuery } from "./common.ts";
export { errors, problem, type ErrorCode, type Problem } from "./errors.ts";
export {
  isNoticeKind,
  noticeKind,
  noticeKindNames,
  noticeKinds,
  noticeMessage,
  toNoticeMessage,
  type NoticeData,
  type NoticeKind,
  type NoticeMessage,
} from "./events.ts";
export { defineRoute, type Method, type Route } from "./route.ts";
export { routes } from "./routes.ts";
export * from "./routes/events.ts";
export * from "./routes/ledger.ts";
export * from "./routes/webhooks.ts";

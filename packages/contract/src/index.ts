export { roleScopes, scopes, staffRoles, tokenScopes, type Scope, type StaffRole } from "./access.ts";
export { id, instant, language, pageOf, pageQuery } from "./common.ts";
export { errors, problem, type ErrorCode, type Problem } from "./errors.ts";
export {
  isNoticeKind,
  isOfDesks,
  noticeKind,
  noticeKindNames,
  findPlatformScope,
  noticeKinds,
  noticeMessage,
  toNoticeMessage,
  webhookKindNames,
  type NoticeData,
  type NoticeKind,
  type NoticeMessage,
} from "./events.ts";
export { errorCodesOf } from "./openapi/error-codes.ts";
export { listFaults } from "./openapi/list-faults.ts";
export { toOpenApi, type OpenApiDocument } from "./openapi/to-openapi.ts";
export { isReasonCode, reasons, toReasonSentence, type Reason, type ReasonCode } from "./reasons.ts";
export { defineRoute, type Method, type Route } from "./route.ts";
export { routes } from "./routes.ts";
export * from "./routes/access.ts";
export * from "./routes/actions.ts";
export * from "./routes/casework.ts";
export * from "./routes/check.ts";
export * from "./routes/claim-imports.ts";
export * from "./routes/claims.ts";
export * from "./routes/events.ts";
export * from "./routes/figures.ts";
export * from "./routes/groups.ts";
export * from "./routes/health.ts";
export * from "./routes/leads.ts";
export * from "./routes/ledger.ts";
export * from "./routes/notices.ts";
export * from "./routes/policies.ts";
export * from "./routes/records.ts";
export * from "./routes/reports.ts";
export * from "./routes/settings.ts";
export * from "./routes/statements.ts";
export * from "./routes/webhooks.ts";

export { roleScopes, scopes, staffRoles, tokenScopes, type Scope, type StaffRole } from "./access.ts";
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
export { errorCodesOf } from "./openapi/error-codes.ts";
export { listFaults } from "./openapi/list-faults.ts";
export { toOpenApi, type OpenApiDocument } from "./openapi/to-openapi.ts";
export {
  acceptLead,
  availability,
  dismissLead,
  getLead,
  lead,
  leadLine,
  listLeads,
  mergeLead,
  openLead,
  seeLeadPreview,
} from "./routes/leads.ts";
export { defineRoute, type Method, type Route } from "./route.ts";
export { getAlive, getMetrics, getOpenApi, getReady, healthRoutes } from "./routes/health.ts";
export { routes } from "./routes.ts";
export {
  accessEvents,
  accessRoutes,
  changePerson,
  confirmReset,
  createToken,
  endSession,
  getMe,
  getPerson,
  invitePerson,
  listAccessLog,
  listPeople,
  listResets,
  listSessions,
  listTokens,
  login,
  newAccessToken,
  newPerson,
  proposeReset,
  renewInvitation,
  revokeToken,
  withdrawReset,
  type AccessEvent,
} from "./routes/access.ts";
export * from "./routes/events.ts";
export * from "./routes/ledger.ts";
export * from "./routes/webhooks.ts";
export { checkAnswer, checkPost, checkRequest } from "./routes/check.ts";
export {
  adoptClaim,
  claim,
  claimActions,
  claimChanges,
  claimContent,
  claimEntry,
  claimStatuses,
  claimVerdicts,
  claimVersion,
  correctClaim,
  createClaim,
  deleteClaim,
  editClaim,
  exportClaims,
  getClaim,
  listClaims,
  listClaimVersions,
  publishClaim,
  reviewClaim,
  searchClaims,
  withdrawClaim,
} from "./routes/claims.ts";
export {
  actionRefusalReasons,
  actionResult,
  actionsAnswer,
  actionsRequestLimits,
  deleteAction,
  editAction,
  incomingAction,
  postActions,
  type ActionsAnswer,
} from "./routes/actions.ts";
export {
  askPreview,
  auditItem,
  confirmPreview,
  detectorOverview,
  familyName,
  getDetectors,
  getGroup,
  group,
  groupKind,
  groupSummary,
  judgeAudit,
  listAudits,
  listGroups,
  listPreviews,
  listSamples,
  mark,
  markGroup,
  preview,
  resumeDetector,
  sampleOfGroup,
  unmarkGroup,
} from "./routes/groups.ts";

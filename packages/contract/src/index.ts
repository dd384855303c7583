export { roleScopes, scopes, staffRoles, type Scope, type StaffRole } from "./access.ts";
export { id, instant, language, pageOf, pageQuery } from "./common.ts";
export { errors, problem, type ErrorCode, type Problem } from "./errors.ts";
export { defineRoute, type Method, type Route } from "./route.ts";
export { routes } from "./routes.ts";
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

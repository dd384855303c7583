export { roleScopes, scopes, staffRoles, type Scope, type StaffRole } from "./access.ts";
export { id, instant, language, pageOf, pageQuery } from "./common.ts";
export { errors, problem, type ErrorCode, type Problem } from "./errors.ts";
export { defineRoute, type Method, type Route } from "./route.ts";
export { routes } from "./routes.ts";
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
  accessAccountRecords,
  accessLine,
  eraseAccountRecords,
  erasureReport,
  listRetention,
  type AccessLine,
} from "./routes/records.ts";

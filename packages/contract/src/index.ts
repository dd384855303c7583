export { roleScopes, scopes, staffRoles, type Scope, type StaffRole } from "./access.ts";
export { id, instant, language, pageOf, pageQuery } from "./common.ts";
export { errors, problem, type ErrorCode, type Problem } from "./errors.ts";
export { defineRoute, type Method, type Route } from "./route.ts";
export { routes } from "./routes.ts";
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

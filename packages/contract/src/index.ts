export { roleScopes, scopes, staffRoles, type Scope, type StaffRole } from "./access.ts";
export { id, instant, language, pageOf, pageQuery } from "./common.ts";
export { errors, problem, type ErrorCode, type Problem } from "./errors.ts";
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
export {
  completeReport,
  getReport,
  listReports,
  report,
  reportFollow,
  reportLine,
  submitReport,
  submittedReport,
  viewReporter,
} from "./routes/reports.ts";
export { defineRoute, type Method, type Route } from "./route.ts";
export { routes } from "./routes.ts";

export { roleScopes, scopes, staffRoles, type Scope, type StaffRole } from "./access.ts";
export { id, instant, language, pageOf, pageQuery } from "./common.ts";
export { errors, problem, type ErrorCode, type Problem } from "./errors.ts";
export { errorCodesOf } from "./openapi/error-codes.ts";
export { listFaults } from "./openapi/list-faults.ts";
export { toOpenApi, type OpenApiDocument } from "./openapi/to-openapi.ts";
export { defineRoute, type Method, type Route } from "./route.ts";
export { getAlive, getMetrics, getOpenApi, getReady, healthRoutes } from "./routes/health.ts";
export { routes } from "./routes.ts";

import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "../../app/root-route.ts";
import {
  draftSearch,
  effectSearch,
  legalHoldSearch,
  registerSearch,
  reportSearch,
  ruleSearch,
  statementSearch,
  viewSearch,
} from "./list-search.ts";
import { objectSearch } from "./objects/object-search.ts";

const layout = createRoute({
  getParentRoute: () => rootRoute,
  path: "/desks",
  component: lazyRouteComponent(() => import("./DesksLayout.tsx"), "DesksLayout"),
});

const overview = createRoute({
  getParentRoute: () => layout,
  path: "/",
  component: lazyRouteComponent(() => import("./DesksPage.tsx"), "DesksPage"),
});

const authority = createRoute({
  getParentRoute: () => layout,
  path: "authority",
  validateSearch: objectSearch,
  component: lazyRouteComponent(() => import("./authority/AuthorityPage.tsx"), "AuthorityPage"),
});
const request = createRoute({
  getParentRoute: () => layout,
  path: "authority/$id",
  component: lazyRouteComponent(() => import("./authority/RequestPage.tsx"), "RequestPage"),
});

const handOvers = createRoute({
  getParentRoute: () => layout,
  path: "hand-overs",
  validateSearch: objectSearch,
  component: lazyRouteComponent(() => import("./hand-overs/HandOversPage.tsx"), "HandOversPage"),
});
const handOver = createRoute({
  getParentRoute: () => layout,
  path: "hand-overs/$id",
  component: lazyRouteComponent(() => import("./hand-overs/HandOverPage.tsx"), "HandOverPage"),
});

const reporters = createRoute({
  getParentRoute: () => layout,
  path: "reporters",
  validateSearch: objectSearch,
  component: lazyRouteComponent(() => import("./reporters/ReportersPage.tsx"), "ReportersPage"),
});
const reporter = createRoute({
  getParentRoute: () => layout,
  path: "reporters/$id",
  component: lazyRouteComponent(() => import("./reporters/ReporterPage.tsx"), "ReporterPage"),
});

const corrections = createRoute({
  getParentRoute: () => layout,
  path: "corrections",
  validateSearch: objectSearch,
  component: lazyRouteComponent(() => import("./corrections/CorrectionsPage.tsx"), "CorrectionsPage"),
});
const correction = createRoute({
  getParentRoute: () => layout,
  path: "corrections/$id",
  component: lazyRouteComponent(() => import("./corrections/CorrectionPage.tsx"), "CorrectionPage"),
});

const victims = createRoute({
  getParentRoute: () => layout,
  path: "victims",
  validateSearch: objectSearch,
  component: lazyRouteComponent(() => import("./victims/VictimsPage.tsx"), "VictimsPage"),
});
const workspace = createRoute({
  getParentRoute: () => layout,
  path: "victims/$id",
  component: lazyRouteComponent(() => import("./victims/WorkspacePage.tsx"), "WorkspacePage"),
});

const holds = createRoute({
  getParentRoute: () => layout,
  path: "holds",
  validateSearch: objectSearch,
  component: lazyRouteComponent(() => import("./holds/HoldsPage.tsx"), "HoldsPage"),
});
const hold = createRoute({
  getParentRoute: () => layout,
  path: "holds/$id",
  component: lazyRouteComponent(() => import("./holds/HoldPage.tsx"), "HoldPage"),
});

const legalHolds = createRoute({
  getParentRoute: () => layout,
  path: "legal-holds",
  validateSearch: legalHoldSearch,
  component: lazyRouteComponent(() => import("./legal-holds/LegalHoldsPage.tsx"), "LegalHoldsPage"),
});

const unmaskings = createRoute({
  getParentRoute: () => layout,
  path: "unmasking",
  validateSearch: objectSearch,
  component: lazyRouteComponent(() => import("./unmasking/UnmaskingsPage.tsx"), "UnmaskingsPage"),
});
const unmasking = createRoute({
  getParentRoute: () => layout,
  path: "unmasking/$id",
  component: lazyRouteComponent(() => import("./unmasking/UnmaskingPage.tsx"), "UnmaskingPage"),
});

const operations = createRoute({
  getParentRoute: () => layout,
  path: "operations",
  validateSearch: objectSearch,
  component: lazyRouteComponent(() => import("./operations/OperationsPage.tsx"), "OperationsPage"),
});
const operation = createRoute({
  getParentRoute: () => layout,
  path: "operations/$id",
  component: lazyRouteComponent(() => import("./operations/OperationPage.tsx"), "OperationPage"),
});

const reviews = createRoute({
  getParentRoute: () => layout,
  path: "reviews",
  validateSearch: objectSearch,
  component: lazyRouteComponent(() => import("./reviews/ReviewsPage.tsx"), "ReviewsPage"),
});
const review = createRoute({
  getParentRoute: () => layout,
  path: "reviews/$id",
  component: lazyRouteComponent(() => import("./reviews/ReviewPage.tsx"), "ReviewPage"),
});

const reports = createRoute({
  getParentRoute: () => layout,
  path: "reports",
  validateSearch: reportSearch,
  component: lazyRouteComponent(() => import("./reports/ReportsPage.tsx"), "ReportsPage"),
});
const report = createRoute({
  getParentRoute: () => layout,
  path: "reports/$id",
  component: lazyRouteComponent(() => import("./reports/ReportPage.tsx"), "ReportPage"),
});

const register = createRoute({
  getParentRoute: () => layout,
  path: "register",
  validateSearch: registerSearch,
  component: lazyRouteComponent(() => import("./register/RegisterPage.tsx"), "RegisterPage"),
});

const effects = createRoute({
  getParentRoute: () => layout,
  path: "effects",
  validateSearch: effectSearch,
  component: lazyRouteComponent(() => import("./effects/EffectsPage.tsx"), "EffectsPage"),
});

const statements = createRoute({
  getParentRoute: () => layout,
  path: "statements",
  validateSearch: statementSearch,
  component: lazyRouteComponent(() => import("./statements/StatementsPage.tsx"), "StatementsPage"),
});

const views = createRoute({
  getParentRoute: () => layout,
  path: "views",
  validateSearch: viewSearch,
  component: lazyRouteComponent(() => import("./views/ViewsPage.tsx"), "ViewsPage"),
});

const policies = createRoute({
  getParentRoute: () => layout,
  path: "policies",
  validateSearch: ruleSearch,
  component: lazyRouteComponent(() => import("./policies/PoliciesPage.tsx"), "PoliciesPage"),
});
const overrides = createRoute({
  getParentRoute: () => layout,
  path: "policies/overrides",
  component: lazyRouteComponent(() => import("./policies/OverridesPage.tsx"), "OverridesPage"),
});
const draft = createRoute({
  getParentRoute: () => layout,
  path: "policies/draft",
  validateSearch: draftSearch,
  component: lazyRouteComponent(() => import("./policies/editor/DraftPage.tsx"), "DraftPage"),
});
const rule = createRoute({
  getParentRoute: () => layout,
  path: "policies/$id",
  component: lazyRouteComponent(() => import("./policies/RulePage.tsx"), "RulePage"),
});

/** The desks beside the cases: one page each for what is listed, and one for what is read. */
export const desksRoute = layout.addChildren([
  overview,
  authority,
  request,
  handOvers,
  handOver,
  reporters,
  reporter,
  corrections,
  correction,
  victims,
  workspace,
  holds,
  hold,
  legalHolds,
  unmaskings,
  unmasking,
  operations,
  operation,
  reviews,
  review,
  reports,
  report,
  register,
  effects,
  statements,
  views,
  policies,
  overrides,
  draft,
  rule,
]);

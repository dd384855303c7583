import { routes as contractRoutes } from "@breakwater/contract";
import type { FastifyInstance } from "fastify";
import type { Logger } from "pino";
import type { Registry } from "prom-client";
import { createAuthenticator } from "../access/authenticator.ts";
import { createAccessRoutes } from "../access/routes.ts";
import type { Breaks } from "../access/routes/own-routes.ts";
import type { Config } from "../config/schema.ts";
import { createAppendQueue } from "../actions/ingest/append-queue.ts";
import { openActionDoors } from "../actions/pseudonyms/action-doors.ts";
import { openDirectoryPseudonymKeys } from "../actions/pseudonyms/directory-pseudonym-keys.ts";
import { createAccessPages } from "../access/pages/access-pages.ts";
import { createActionRoutes } from "../actions/routes.ts";
import { createCaseworkRoutes, createLeadRoutes } from "../casework/index.ts";
import { createNoticeRoutes } from "../casework/notices/notice-routes.ts";
import { createReportRoutes } from "../casework/reports/report-routes.ts";
import { createCheckRoutes } from "../claims/http/check-routes.ts";
import { createClaimsRoutes } from "../claims/http/claims-routes.ts";
import { createImportRoutes } from "../claims/http/import-routes.ts";
import { listSettings } from "../config/list-settings.ts";
import { createSettingsRoutes } from "../config/settings-routes.ts";
import { createDetectionRoutes } from "../detection/routes.ts";
import { createFiguresPages } from "../figures/figures-pages.ts";
import { createFiguresRoutes } from "../figures/routes.ts";
import { createStatementsRoutes } from "../statements/routes.ts";
import { addStatementGauges } from "../statements/statement-gauges.ts";
import { createEventHub } from "../events/event-hub.ts";
import { createNoticeSource } from "../events/notice-source.ts";
import { createEventsRoutes } from "../events/routes.ts";
import { readConsoleFiles } from "../console/console-files.ts";
import { consolePath, createConsolePages } from "../console/console-pages.ts";
import { createRulesPage } from "../policies/page/rules-page.ts";
import { createPolicyRoutes } from "../policies/policy-routes.ts";
import { createFront } from "../http/front.ts";
import { defaultLimits, type Readiness } from "../http/front-options.ts";
import { listBindingFaults } from "../http/list-binding-faults.ts";
import type { BoundRoute } from "../http/route.ts";
import { createRecordsRoutes } from "../lifecycle/routes.ts";
import { createLedgerRoutes } from "../ledger-api/routes.ts";
import { addWitnessGauges } from "../ledger-api/witness-gauges.ts";
import type { Notice } from "../state/outbox.ts";
import type { RemoteServices } from "../threads/remote.ts";
import { createPublicPages } from "../pages/public-pages.ts";
import { createWebhooksRoutes } from "../webhooks/routes.ts";
import type { LogServices } from "./log-side.ts";
import { meterEffects } from "./meter-effects.ts";
import { openOidc } from "./open-oidc.ts";
import { openChecks } from "./open-checks.ts";
import { logUnfit } from "./log-unfit.ts";
import type { MatcherServices } from "./matcher-services.ts";
import type { Setup } from "./setup.ts";
import type { World } from "./world.ts";

export type FrontSideParts = {
  readonly log: RemoteServices<LogServices>;
  readonly matching: RemoteServices<MatcherServices>;
  readonly readiness: () => Readiness;
  readonly logger: Logger;
  readonly world: World;
  readonly version: string;
  /** Of figures; what the threads hold is in it. */
  readonly registry: Registry;
  /** Where the built console lies; null where there is none to serve. */
  readonly consoleFolder: string | null;
};

export type FrontSide = {
  readonly app: FastifyInstance;
  readonly routes: readonly BoundRoute[];
  /** Each notice, once, in order. */
  readonly hear: (notice: Notice) => void;
  readonly close: () => Promise<void>;
};

const dayMs = 86_400_000;
/** An action takes about so many bytes on its way. */
const actionBytes = 300;

/** The door: every route of every room, before the services of the log thread. */
export async function openFrontSide(setup: Setup, parts: FrontSideParts): Promise<FrontSide> {
  const { config, layout, publicUrl } = setup;
  const { log, matching, logger, readiness, world } = parts;
  const { now } = world;
  const authenticator = createAuthenticator({ access: log.access, publicUrl, now });
  const ingest = {
    queue: createAppendQueue(log.actions, config.ingest.queue_actions_max * actionBytes),
    doors: openActionDoors(openDirectoryPseudonymKeys(layout.pseudonymKeys, world)),
    now,
    retentionMs: config.retention.actions_days * dayMs,
  };
  const checks = await openChecks(setup, {
    matcher: matching.matcher,
    refresh: matching.registry.refresh,
    ingest,
    now,
    onFailure: (error) => logger.error(error, "checks could not follow what happened and try again"),
  });
  const hub = createEventHub({
    source: createNoticeSource(log.outbox),
    now: () => performance.now(),
    onFailure: (error) => logger.error(error, "the event stream could not read what happened and tries again"),
    onUnfit: logUnfit(logger),
  });
  const routes: readonly BoundRoute[] = [
    ...createActionRoutes({ ...ingest, changes: log.actions }),
    ...createCheckRoutes({ checker: checks.checker }),
    ...createClaimsRoutes({ desk: log.claims, publisher: { site: publicUrl } }),
    ...createImportRoutes({ desk: log.claims, newId: world.newId }),
    ...createDetectionRoutes(log),
    ...createLeadRoutes({ book: log.leads }),
    ...createPolicyRoutes({ book: log.policies }),
    ...createCaseworkRoutes(log),
    ...createReportRoutes({ desk: log.reports, isPublic: config.reports.public }),
    ...createNoticeRoutes({ desk: log.notices }),
    ...createRecordsRoutes({ desk: log.records, retention: log.retention, access: log.access, now }),
    ...createEventsRoutes({ hub }),
    ...createLedgerRoutes({ ledger: log.ledger, witnesses: log.witnesses }),
    ...createFiguresRoutes({ figures: log.figures }),
    ...createStatementsRoutes({ statements: log.statements, platform: config.statements.platform_name }),
    ...createWebhooksRoutes({ webhooks: log.webhooks }),
    ...createAccessRoutes({ access: log.access, publicUrl, breaks: toBreaks(config) }),
    ...createSettingsRoutes(listSettings(config)),
  ];
  const consoleFiles = parts.consoleFolder === null ? null : readConsoleFiles(parts.consoleFolder);
  if (parts.consoleFolder !== null && consoleFiles === null) {
    logger.warn("the console is not built, and its address says so; `npm run build` builds it");
  }
  const pages = createAccessPages({
    access: log.access,
    authenticator,
    publicUrl,
    now,
    randomBytes: world.randomBytes,
    version: parts.version,
    apiDescriptionPath: "/v1/openapi.json",
    consolePath: consoleFiles === null ? null : consolePath,
    oidc: openOidc(config, publicUrl),
  });
  const publicPages = createPublicPages({
    links: log.links,
    claims: log.claims,
    statements: config.pages.statements ? log.publishedStatements : null,
    checker: config.pages.check ? checks.checker : null,
    takesReports: config.reports.public,
    publicUrl,
    now,
    randomBytes: world.randomBytes,
  });
  // The front itself answers those of health.
  const faults = listBindingFaults(
    contractRoutes.filter(({ tag }) => tag !== "health"),
    routes,
  );
  if (faults.length > 0) throw new Error(`Routes and contract differ: ${faults.join("; ")}.`);
  addStatementGauges(parts.registry, log.statements);
  addWitnessGauges(parts.registry, log.witnesses);
  meterEffects(parts.registry, log.effects);
  const app = await createFront(
    {
      authenticate: (knock) => authenticator.authenticate(knock),
      origins: [publicUrl],
      readiness,
      idempotency: log.idempotency,
      ...world,
      logger,
      registry: parts.registry,
      limits: {
        connectionsMax: config.service.connections_max,
        perMinute: { ...defaultLimits.perMinute, token: config.service.requests_per_minute },
      },
      ...(config.service.trusted_proxies.length > 0 && { trustedProxies: config.service.trusted_proxies }),
      metricsOpenToLoopback: config.metrics.open_to_loopback,
      plugins: [
        pages,
        publicPages,
        createConsolePages(consoleFiles),
        createFiguresPages({
          figures: log.figures,
          isPublic: config.figures.open_to_public,
          briefing: { statements: config.pages.statements ? log.publishedStatements : null, claims: log.claims },
          now,
        }),
        createRulesPage({ book: log.policies }),
      ],
      isHttpsOnly: publicUrl.startsWith("https:"),
    },
    routes,
  );
  return {
    app,
    routes,
    hear: (notice) => {
      if (notice.kind === "access.changed") {
        authenticator.forget();
        const { id } = notice.data as { readonly id?: string | null };
        hub.endOf(id ?? null);
      }
      checks.hear(notice);
      hub.wake();
    },
    close: async () => {
      hub.close();
      await app.close();
      checks.close();
    },
  };
}

function toBreaks({ console: { break_items: items, break_minutes: minutes } }: Config): Breaks {
  const orNever = (count: number): number | null => (count === 0 ? null : count);
  return { items: orNever(items), minutes: orNever(minutes) };
}

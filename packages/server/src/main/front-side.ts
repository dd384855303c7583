import type { FastifyInstance } from "fastify";
import type { Logger } from "pino";
import { createAuthenticator } from "../access/authenticator.ts";
import { createAccessRoutes } from "../access/routes.ts";
import { createClaimsRoutes } from "../claims/http/claims-routes.ts";
import { createFront } from "../http/front.ts";
import type { Readiness } from "../http/front-options.ts";
import type { BoundRoute } from "../http/route.ts";
import type { Notice } from "../state/outbox.ts";
import type { RemoteServices } from "../threads/remote.ts";
import type { LogServices } from "./log-side.ts";
import type { Setup } from "./setup.ts";
import type { World } from "./world.ts";

export type FrontSideParts = {
  readonly log: RemoteServices<LogServices>;
  readonly readiness: () => Readiness;
  readonly logger: Logger;
  readonly world: World;
};

export type FrontSide = {
  readonly app: FastifyInstance;
  readonly routes: readonly BoundRoute[];
  /** Each notice, once, in order. */
  readonly hear: (notice: Notice) => void;
  readonly close: () => Promise<void>;
};

/** The door: every route of every room, before the services of the log thread. */
export async function openFrontSide({ config, publicUrl }: Setup, parts: FrontSideParts): Promise<FrontSide> {
  const { log, logger, readiness, world } = parts;
  const authenticator = createAuthenticator({ access: log.access, publicUrl, now: world.now });
  const routes: readonly BoundRoute[] = [
    ...createAccessRoutes({ access: log.access, publicUrl }),
    ...createClaimsRoutes({ desk: log.claims, publisher: { site: publicUrl } }),
  ];
  const app = await createFront(
    {
      authenticate: (knock) => authenticator.authenticate(knock),
      origins: [publicUrl],
      readiness,
      ...world,
      logger,
      limits: { connectionsMax: config.service.connections_max },
      metricsOpenToLoopback: config.metrics.open_to_loopback,
      isHttpsOnly: publicUrl.startsWith("https:"),
    },
    routes,
  );
  return {
    app,
    routes,
    hear: ({ kind }) => {
      if (kind === "access.changed") authenticator.forget();
    },
    close: () => app.close(),
  };
}

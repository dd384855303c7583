import { fastifyRateLimit, normalizeIP } from "@fastify/rate-limit";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { createHmac } from "node:crypto";
import type { FrontLimits } from "./front-options.ts";
import { HttpError } from "./http-error.ts";

const windowMs = 60_000;
/** How many callers are counted at once; the one who has been quiet longest is forgotten first. */
const callersMax = 50_000;

/**
 * Counts the requests of each `request.caller` (none: their address) and throws `too_many_requests`. Addresses are counted under a keyed hash (IPv6 by /64), in memory
 * alone; the key lives as long as the process.
 */
export async function createRateGuard(
  app: FastifyInstance,
  { perMinute, key }: Pick<FrontLimits, "perMinute"> & { readonly key: Uint8Array },
): Promise<(request: FastifyRequest) => Promise<void>> {
  return createGuard(app, {
    max: ({ caller }) => perMinute[caller?.kind ?? "anonymous"],
    keyGenerator: (request) => {
      const { caller, ip } = request;
      if (caller !== undefined && caller.kind !== "anonymous") return `${caller.kind}:${caller.id}`;
      return toAddressKey(ip, key);
    },
  });
}

/** The same by address alone, whoever sends it: for pages that know nobody. Each guard counts for itself. */
export async function createAddressGuard(
  app: FastifyInstance,
  { perMinute, key }: { readonly perMinute: number; readonly key: Uint8Array },
): Promise<(request: FastifyRequest) => Promise<void>> {
  return createGuard(app, { max: () => perMinute, keyGenerator: ({ ip }) => toAddressKey(ip, key) });
}

async function createGuard(
  app: FastifyInstance,
  counting: {
    readonly max: (request: FastifyRequest) => number;
    readonly keyGenerator: (request: FastifyRequest) => string;
  },
): Promise<(request: FastifyRequest) => Promise<void>> {
  if (!app.hasDecorator("createRateLimit")) {
    await app.register(fastifyRateLimit, { global: false, cache: callersMax });
  }
  const count = app.createRateLimit({ timeWindow: windowMs, ...counting });
  return async (request) => {
    const result = await count(request);
    if (result.isAllowed || !result.isExceeded) return;
    throw new HttpError("too_many_requests", "", { retryAfter: result.ttlInSeconds });
  };
}

function toAddressKey(ip: string, key: Uint8Array): string {
  return createHmac("sha256", key).update(normalizeIP(ip)).digest("base64url");
}

import { tokenScopes } from "@breakwater/contract";
import { pino } from "pino";
import type { Config } from "../../config/schema.ts";
import { startService, type RunningService, type StartOptions } from "../start-service.ts";
import { createDrillApi, type DrillApi } from "./drill-api.ts";
import { toDrillConfig } from "./drill-config.ts";

export type Drill = {
  readonly service: RunningService;
  readonly api: DrillApi;
  readonly token: string;
  /** Why a thread has failed; null while none has. */
  readonly failure: () => Error | null;
};

/** A service in this process, with a token named `drill` that is allowed everything that a token may be. `adjust`: what it is to do otherwise than drills do. */
export async function openDrill(
  folder: string,
  { adjust = (config) => config, ...options }: StartOptions & { readonly adjust?: (config: Config) => Config } = {},
): Promise<Drill> {
  const service = await startService(adjust(toDrillConfig(folder)), pino({ level: "silent" }), options);
  const actor = { kind: "operator", id: null } as const;
  const input = { name: "drill", scopes: [...tokenScopes], expiresInDays: null, actor, at: Date.now() };
  const made = await service.access.createToken(input);
  if (!made.ok) throw new Error("No token was made.");
  let failure: Error | null = null;
  void service.failed.then((error) => (failure = error));
  const token = made.value.secret;
  return { service, api: createDrillApi(service.url, { token }), token, failure: () => failure };
}

/** Posts, each of its own account. */
export function makePosts(prefix: string, count: number, at: number): readonly Readonly<Record<string, unknown>>[] {
  return Array.from({ length: count }, (_, i) => ({
    id: `${prefix}-${i}`,
    at,
    account: `a-${prefix}-${i}`,
    kind: "post",
    text: `Words of ${prefix}, the ${i}th, long enough to take some room on the disk: ${"wave ".repeat(20)}`,
  }));
}

export function makeReport(name: string): { readonly method: "POST"; readonly path: string; readonly body: unknown } {
  const form = { reasons: "It is a threat.", location: "There.", name: "A", email: "a@b.example", inGoodFaith: true };
  const body = { object: { kind: "post", id: name }, category: "threat", account: `r-${name}`, ...form };
  return { method: "POST", path: "/v1/reports", body };
}

import { createWebhook, listWebhooks, rotateWebhookSecret, updateWebhook, type Scope } from "@breakwater/contract";
import type { RunningService } from "../main/start-service.ts";
import type { DemoApi } from "./demo-api.ts";

/** Of the platform's token, and so of the source of its actions. */
export const tokenName = "demo-community";
const operator = { kind: "operator", id: null } as const;
const scopes: readonly Scope[] = [
  "actions:write",
  "check",
  "reports:write",
  "notices:read",
  "notices:deliver",
  "effects:read",
  "effects:write",
  "webhooks:manage",
];
const description = "The demo's platform";
const kinds = ["measure.apply", "measure.reverse", "hold.place", "hold.release", "notice.send"] as const;

type Access = Pick<RunningService["access"], "listTokens" | "createToken" | "revokeToken">;

/** Whether a platform that is not the demo's sends its actions. */
export async function isConnected(access: Access): Promise<boolean> {
  const tokens = await access.listTokens({ after: "", limit: 1000 });
  return tokens.some(
    ({ name, revokedAt, scopes: held }) => name !== tokenName && revokedAt === null && held.includes("actions:write"),
  );
}

/** A new secret at each start, under the same name: what was sent before is recognised by the name of its source. */
export async function issueToken(access: Access): Promise<string> {
  const at = Date.now();
  for (const { id, name, revokedAt } of await access.listTokens({ after: "", limit: 1000 })) {
    if (name === tokenName && revokedAt === null) await access.revokeToken({ id, actor: operator, at });
  }
  const input = { name: tokenName, scopes, expiresInDays: null };
  const made = await access.createToken({ ...input, actor: operator, at });
  if (!made.ok) throw new Error("The demo community got no token.");
  return made.value.secret;
}

/** The webhook of the demo's platform, at its address of today. Gives the secret that signs from now on. */
export async function pointWebhook(platform: DemoApi, url: string): Promise<string> {
  const { items } = await platform.call(listWebhooks, {});
  const known = items.find((webhook) => webhook.description === description);
  if (known === undefined) {
    const { secret } = await platform.call(createWebhook, { body: { url, kinds: [...kinds], description } });
    return secret;
  }
  const { id, version } = known;
  await platform.call(updateWebhook, { params: { id }, body: { url, disabled: false }, version });
  return (await platform.call(rotateWebhookSecret, { params: { id }, body: { revokeOld: true } })).secret;
}

// The whole service, its threads and its ledger: reports come in by the page and by a platform, time passes, and both authors are told.
import { mkdtempSync, rmSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { SMTPServer } from "smtp-server";
import { expect, it } from "vitest";
import { tokenScopes } from "@breakwater/contract";
import { configSchema } from "../config/schema.ts";
import { startService } from "./start-service.ts";

const day = 86_400_000;

async function until<T>(look: () => Promise<T | null> | T | null): Promise<T> {
  for (let tries = 0; tries < 300; tries += 1) {
    const found = await look();
    if (found !== null) return found;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return expect.fail("It did not come.");
}

it(
  "tells whoever reported, by mail and by the platform, once the ledger holds the outcome",
  { timeout: 90_000 },
  async () => {
    const folder = mkdtempSync(join(tmpdir(), "breakwater-people-"));
    const mails: string[] = [];
    const smtp = new SMTPServer({
      authOptional: true,
      disabledCommands: ["STARTTLS"],
      onData: (stream, _session, done) => void text(stream).then((mail) => (mails.push(mail), done())),
    });
    await new Promise<void>((resolve) => smtp.listen(0, "127.0.0.1", () => resolve()));
    const config = configSchema.parse({
      service: { port: 0 },
      storage: { data: join(folder, "data"), keys: join(folder, "keys") },
      reports: { public: true },
      notices: { dispute_body: "A certified body", court: "The courts" },
      mail: {
        host: "127.0.0.1",
        port: (smtp.server.address() as AddressInfo).port,
        security: "none",
        from: "Community <moderation@example.org>",
      },
    });
    const clockShift = new SharedArrayBuffer(8);
    const service = await startService(config, pino({ level: "silent" }), { clockShift });
    try {
      const by = { actor: { kind: "operator", id: null }, at: Date.now() } as const;
      const made = await service.access.createToken({
        name: "forum",
        scopes: [...tokenScopes],
        expiresInDays: null,
        ...by,
      });
      if (!made.ok) expect.fail("No token was made.");
      const headers = { authorization: `Bearer ${made.value.secret}`, "content-type": "application/json" };
      const call = async (path: string, body?: unknown): Promise<Record<string, unknown>> => {
        const sent = body === undefined ? {} : { method: "POST", body: JSON.stringify(body) };
        const response = await fetch(`${service.url}${path}`, { headers, ...sent });
        expect(response.ok, `${path} ${response.status}`).toBe(true);
        return (await response.json()) as Record<string, unknown>;
      };
      const form = { reasons: "It is a threat.", location: "post-1", name: "Rosa", email: "rosa@example.org" };
      const sent = await fetch(`${service.url}/report`, {
        method: "POST",
        body: new URLSearchParams({ ...form, category: "threat", inGoodFaith: "yes", lang: "zh-Hans" }),
        redirect: "manual",
      });
      expect(sent.status).toBe(303);
      const page = new URL(sent.headers.get("location") ?? "", service.url).href;
      expect(await (await fetch(page)).text()).toContain("已收到，将由人工查看。");
      const object = { kind: "post", id: "post-2" };
      await call("/v1/reports", { ...form, object, category: "fraud", inGoodFaith: true, account: "u7" });

      new Float64Array(clockShift)[0] = 31 * day;
      const mail = await until(() => mails[0] ?? null);
      const body = Buffer.from(mail.split("\r\n\r\n")[1] ?? "", "base64").toString();
      expect(body).toContain("Nobody decided about it in time.");
      const link = /http:\S+\/n\/[\w-]+/.exec(body)?.[0] ?? "";
      expect(new URL(link).pathname).toBe(new URL(page).pathname);
      expect(await (await fetch(page)).text()).toContain("未能在期限内作出决定");

      const asked = await until(async () => {
        const { items } = await call("/v1/notices?status=sent");
        return (items as readonly { readonly id: string }[])[0] ?? null;
      });
      const notice = await call(`/v1/notices/${asked.id}`);
      expect(notice).toMatchObject({ kind: "report_outcome", account: "u7", status: "sent" });
      await call(`/v1/notices/${asked.id}/delivery`, { outcome: "delivered" });
      expect((await call("/v1/notices?status=delivered"))["items"]).toHaveLength(2);
      expect((await fetch(String(notice["link"]))).status).toBe(200);

      expect(await (await fetch(`${service.url}/check`)).text()).toContain("Check a message");
      expect((await fetch(`${service.url}/statements`)).status).toBe(200);
    } finally {
      await service.close();
      await new Promise<void>((resolve) => smtp.close(() => resolve()));
      rmSync(folder, { recursive: true, force: true });
    }
  },
);

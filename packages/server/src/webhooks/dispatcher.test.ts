import { mkdtempSync, readFileSync, existsSync } from "node:fs";
import { randomBytes } from "node:crypto";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Webhook } from "standardwebhooks";
import { describe, expect, it } from "vitest";
import { openDesk, until } from "./testing/desk.ts";
import { openRawReceiver, openReceiver } from "./testing/receiver.ts";

const verify = (secret: string, { body, headers }: { readonly body: string; readonly headers: object }): unknown =>
  new Webhook(secret).verify(body, headers as Record<string, string>);
const sequencesOf = (received: readonly { readonly body: string }[]): readonly number[] =>
  received.map(({ body }) => (JSON.parse(body) as { readonly sequence: number }).sequence);

describe("what happens is delivered", () => {
  it("to those who want it, signed as the reference library checks, once and in order", async () => {
    const desk = openDesk();
    const [all, leads] = [await openReceiver(), await openReceiver()];
    await desk.notice("lead.opened", { lead: "before" });
    const everything = await desk.create(all.url, ["*"]);
    const some = await desk.create(leads.url, ["lead.opened", "lead.ended"]);
    desk.start();
    for (let i = 0; i < 20; i++) {
      await desk.notice("lead.opened", { lead: `l-${i}`, name: "never sent" });
      await desk.notice("claim.published", { id: `c-${i}`, version: 1 });
      const measure = { decision: "d", measure: "m", type: "mute", target: { kind: "account", id: "a" }, account: "a" };
      if (i === 0) await desk.notice("measure.reverse", measure);
      if (i === 0) await desk.notice("case.changed", { id: "c", version: 1, status: "case_open" });
    }
    await until("all arrived", () => leads.received.length === 20 && all.received.length === 42);
    for (const one of leads.received) expect(verify(some.secret, one)).toMatchObject({ type: "lead.opened" });
    for (const one of all.received) verify(everything.secret, one);
    expect(JSON.stringify(all.received)).not.toMatch(/measure\.reverse|case\.changed/);
    expect(JSON.stringify(leads.received)).not.toContain("never sent");
    for (const { received } of [all, leads]) {
      const sequences = sequencesOf(received);
      expect(sequences).toEqual([...sequences].sort((a, b) => a - b));
    }
    const [first] = leads.received;
    expect(first?.headers).toMatchObject({
      "webhook-id": `msg_${sequencesOf(leads.received)[0]}_${some.id}`,
      "content-type": "application/json; charset=utf-8",
      "user-agent": "Breakwater",
    });
    expect(await desk.view(some.id)).toMatchObject({ failures: 0, givenUp: 0, missed: 0 });
    expect(desk.unfit).toEqual([]);
  });

  it("again after a failure, under the same id and with a time of its own, until it arrives", async () => {
    const desk = openDesk();
    let refusals = 4;
    const receiver = await openReceiver((_, response) => {
      refusals -= 1;
      response.writeHead(refusals >= 0 ? 503 : 200).end("busy");
    });
    const { id, secret } = await desk.create(receiver.url);
    desk.start();
    await desk.notice("lead.opened", { lead: "l-1" });
    await until("it arrived", async () => (await desk.deliveries(id))[0]?.status === "delivered");
    expect(receiver.received).toHaveLength(5);
    expect(new Set(receiver.received.map(({ headers }) => headers["webhook-id"])).size).toBe(1);
    expect(new Set(receiver.received.map(({ body }) => body)).size).toBe(1);
    for (const one of receiver.received) verify(secret, one);
    const [delivery] = await desk.deliveries(id);
    const found = await desk.webhooks.findDelivery(delivery?.id ?? "");
    expect(found).toMatchObject({ ok: true, value: { attempts: 5, lastStatus: 200, nextTryAt: null } });
    const log = found.ok ? found.value.log : [];
    expect(log.map(({ number, status, fault }) => [number, status, fault])).toEqual([
      [1, 503, "answered_no"],
      [2, 503, "answered_no"],
      [3, 503, "answered_no"],
      [4, 503, "answered_no"],
      [5, 200, null],
    ]);
    expect(log[0]?.excerpt).toBe("busy");
    expect(await desk.view(id)).toMatchObject({ failures: 0 });
  });

  it("to the living, however many hang", async () => {
    const desk = openDesk({ dispatcher: { totalMax: 3 }, send: { totalMs: 150 } });
    const hanging = await openRawReceiver((socket) => socket.resume());
    for (let i = 0; i < 6; i++) await desk.create(hanging);
    const living = await openReceiver();
    await desk.create(living.url);
    desk.start();
    for (let i = 0; i < 12; i++) await desk.notice("lead.opened", { lead: `l-${i}` });
    await until("the living got all", () => living.received.length === 12);
    expect(sequencesOf(living.received)).toHaveLength(12);
  });

  it("so many at a time as the limits say, and no more", async () => {
    const desk = openDesk({ dispatcher: { totalMax: 5 }, queue: { perEndpointMax: 2 } });
    const open = { now: 0, most: 0 };
    const perEndpoint = new Map<string, { now: number; most: number }>();
    const receivers = await Promise.all(
      Array.from({ length: 4 }, async (_, i) => {
        const own = { now: 0, most: 0 };
        perEndpoint.set(String(i), own);
        return openReceiver((_request, response) => {
          for (const count of [open, own]) {
            count.now += 1;
            count.most = Math.max(count.most, count.now);
          }
          setTimeout(() => {
            open.now -= 1;
            own.now -= 1;
            response.end();
          }, 10);
        });
      }),
    );
    for (const { url } of receivers) await desk.create(url);
    for (let i = 0; i < 10; i++) await desk.notice("lead.opened", { lead: `l-${i}` });
    desk.start();
    await until("all arrived", () => receivers.every(({ received }) => received.length === 10));
    expect(open.most).toBe(5);
    for (const { most } of perEndpoint.values()) expect(most).toBeLessThanOrEqual(2);
  });

  it("and not where nobody can read the secret any more", async () => {
    const path = join(mkdtempSync(join(tmpdir(), "breakwater-webhooks-")), "state.sqlite");
    const receiver = await openReceiver();
    const first = openDesk({ path, key: randomBytes(32) });
    const { id } = await first.create(receiver.url);
    await first.close();
    const second = openDesk({ path, key: randomBytes(32), attemptsMax: 1 });
    second.start();
    await second.notice("lead.opened", { lead: "l-1" });
    await until("it failed", async () => (await second.deliveries(id))[0]?.lastFault === "secret_unreadable");
    expect(receiver.received).toEqual([]);
  });

  it("but for what the contract does not know: that is passed over and told", async () => {
    const desk = openDesk();
    const receiver = await openReceiver();
    await desk.create(receiver.url, ["*"]);
    desk.start();
    await desk.transactor.run(() => desk.outbox.append("secret.leaked", { x: 1 }, desk.now()));
    await desk.transactor.run(() => desk.outbox.append("lead.opened", { phone: 1 }, desk.now()));
    await desk.notice("lead.opened", { lead: "l-1" });
    await until("the known one arrived", () => receiver.received.length === 2);
    expect(desk.unfit).toEqual(["secret.leaked", "lead.opened"]);
  });
});

describe("an endpoint that fails", () => {
  it("is disabled after so many given up in a row, says so, and goes on where it was once enabled", async () => {
    const desk = openDesk({ attemptsMax: 2, queue: { givenUpMax: 3 } });
    let isUp = false;
    const receiver = await openReceiver((_, response) => response.writeHead(isUp ? 200 : 500).end());
    const witness = await openReceiver();
    const { id } = await desk.create(receiver.url);
    await desk.create(witness.url, ["webhook.disabled"]);
    desk.start();
    for (let i = 0; i < 6; i++) await desk.notice("lead.opened", { lead: `l-${i}` });
    await until("somebody was told", () => witness.received.length === 1);
    expect(JSON.parse(witness.received[0]?.body ?? "")).toMatchObject({ data: { webhook: id, reason: "failing" } });
    const disabled = await desk.view(id);
    expect(disabled).toMatchObject({ disabled: true, disabledReason: "failing", givenUp: 3 });
    const tried = receiver.received.length;
    await desk.notice("lead.opened", { lead: "meanwhile" });
    await new Promise((done) => setTimeout(done, 100));
    expect(receiver.received).toHaveLength(tried);

    isUp = true;
    await desk.webhooks.update(id, { disabled: false }, { at: desk.now(), by: null, version: disabled.version });
    const statuses = async () => (await desk.deliveries(id)).map(({ status }) => status);
    await until("the rest arrived", async () => (await statuses()).filter((one) => one === "delivered").length === 4);
    expect((await statuses()).filter((one) => one === "failed")).toHaveLength(3);
    const replayed = await desk.webhooks.replaySince(id, 0, desk.now());
    expect(replayed).toEqual({ ok: true, value: { replayed: 3 } });
    await until("all arrived", async () => (await statuses()).every((one) => one === "delivered"));
    const leads = receiver.received.map(({ body }) => (JSON.parse(body) as { data: { lead: string } }).data.lead);
    expect(new Set(leads.slice(tried))).toEqual(new Set(["l-0", "l-1", "l-2", "l-3", "l-4", "l-5", "meanwhile"]));
  });

  it("with 410 is disabled at once", async () => {
    const desk = openDesk();
    const receiver = await openReceiver((_, response) => response.writeHead(410).end());
    const { id } = await desk.create(receiver.url);
    desk.start();
    await desk.notice("lead.opened", { lead: "l-1" });
    await until("it was disabled", async () => (await desk.view(id)).disabledReason === "gone");
    expect(receiver.received).toHaveLength(1);
    expect((await desk.deliveries(id))[0]).toMatchObject({ status: "failed", lastStatus: 410, nextTryAt: null });
    const notices = await desk.transactor.run(() => desk.outbox.readAfter(0, 99));
    expect(notices.filter(({ kind }) => kind === "webhook.disabled")).toMatchObject([
      { data: { webhook: id, reason: "gone" } },
    ]);
  });

  it("gets what waits as soon as it answers again, without waiting for each retry", async () => {
    const clock = { at: 1_700_000_000_000 };
    const desk = openDesk({ clock, queue: { outageMin: 2, wakeMs: 0 } });
    let isUp = false;
    const receiver = await openReceiver((_, response) => response.writeHead(isUp ? 200 : 500).end());
    const { id } = await desk.create(receiver.url);
    const dispatcher = desk.start();
    for (let i = 0; i < 5; i++) await desk.notice("lead.opened", { lead: `l-${i}` });
    await until("each was tried", () => receiver.received.length === 5);
    await until("and settled", async () => (await desk.view(id)).failures === 5);
    isUp = true;
    // The clock stands: the retries, 20 ms away, are not due, and only what is new is sent.
    clock.at += 1;
    await desk.notice("lead.opened", { lead: "new" });
    dispatcher.wake();
    await until("all arrived", async () => (await desk.deliveries(id)).every(({ status }) => status === "delivered"));
  });

  it("holds back so many deliveries and not more; the rest waits in the outbox", async () => {
    const desk = openDesk({ queue: { pendingMax: 10 }, dispatcher: { totalMax: 1 } });
    const hanging = await openRawReceiver((socket) => socket.resume());
    const { id } = await desk.create(hanging);
    for (let i = 0; i < 50; i++) await desk.notice("lead.opened", { lead: `l-${i}` });
    desk.start();
    await until("the queue is full", async () => (await desk.deliveries(id)).length === 10);
    await new Promise((done) => setTimeout(done, 50));
    expect(await desk.deliveries(id)).toHaveLength(10);
    expect((await desk.view(id)).cursor).toBe(11);
  });

  it("counts what was forgotten before it could be delivered", async () => {
    const desk = openDesk();
    const receiver = await openReceiver();
    const { id } = await desk.create(receiver.url);
    const { cursor } = await desk.view(id);
    for (let i = 0; i < 5; i++) await desk.notice("lead.opened", { lead: `l-${i}` });
    await desk.transactor.run(() => desk.outbox.deleteBefore(Number.MAX_SAFE_INTEGER));
    const last = await desk.notice("lead.opened", { lead: "kept" });
    desk.start();
    await until("it arrived", () => receiver.received.length === 1);
    expect(await desk.view(id)).toMatchObject({ missed: last - 1 - cursor, cursor: last });
  });
});

describe("a restart", () => {
  it("sends again what was under way, under the same id, and nothing that had arrived", async () => {
    const path = join(mkdtempSync(join(tmpdir(), "breakwater-webhooks-")), "state.sqlite");
    let isSlow = true;
    const receiver = await openReceiver((_, response) => (isSlow ? undefined : response.end()));
    const quick = await openReceiver();
    const first = openDesk({ path, send: { totalMs: 30_000 } });
    const { id } = await first.create(receiver.url);
    await first.create(quick.url);
    first.start();
    await first.notice("lead.opened", { lead: "l-1" });
    await until("it is under way", () => receiver.received.length === 1 && quick.received.length === 1);
    await first.close();
    isSlow = false;
    const second = openDesk({ path });
    second.start();
    await until("it arrived", async () => (await second.deliveries(id))[0]?.status === "delivered");
    expect(receiver.received.map(({ headers }) => headers["webhook-id"])).toHaveLength(2);
    expect(new Set(receiver.received.map(({ headers }) => headers["webhook-id"])).size).toBe(1);
    expect((await second.deliveries(id))[0]?.attempts).toBe(1);
    expect(quick.received).toHaveLength(1);
  });

  it("finds no secret in the files in the clear", async () => {
    const path = join(mkdtempSync(join(tmpdir(), "breakwater-webhooks-")), "state.sqlite");
    const desk = openDesk({ path });
    const { secret } = await desk.create("https://hooks.example/");
    const files = [path, `${path}-wal`].filter((file) => existsSync(file)).map((file) => readFileSync(file));
    const bytes = Buffer.concat(files);
    expect(bytes.includes("hooks.example")).toBe(true);
    expect(bytes.includes(secret.slice(6))).toBe(false);
    expect(bytes.includes(Buffer.from(secret.slice(6), "base64"))).toBe(false);
  });
});

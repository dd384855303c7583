import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createMemoryWebhookStore } from "./memory-webhook-store.ts";
import type { Attempt, Delivery, Endpoint, WebhookStore } from "./webhook-store.ts";

const endpoint: Endpoint = {
  id: "e1",
  url: "https://a.example/",
  kinds: ["lead.opened", "*"],
  description: "一",
  disabledReason: null,
  version: 1,
  createdAt: 10,
  updatedAt: 10,
  cursor: 3,
  missed: 0,
  failures: 0,
  givenUp: 0,
};
const delivery: Delivery = {
  id: "msg_1_e1",
  endpoint: "e1",
  kind: "lead.opened",
  sequence: 1,
  body: '{"a":"引"}',
  status: "pending",
  createdAt: 100,
  attempts: 0,
  lastStatus: null,
  lastFault: null,
  lastAt: null,
  nextTryAt: 100,
};
const attempt: Attempt = {
  delivery: "msg_1_e1",
  number: 1,
  at: 100,
  durationMs: 5,
  status: 500,
  fault: "answered_no",
  excerpt: "x",
};
const idsOf = (rows: readonly { readonly id: string }[]): readonly string[] => rows.map(({ id }) => id);

/** What every store of webhooks keeps to, whatever it stands on. */
export function webhookStoreLaw(name: string, open: () => WebhookStore): void {
  describe(`webhook store: ${name}`, () => {
    it("keeps endpoints as they were given, in the order of making", async () => {
      const store = open();
      await store.insertEndpoint(endpoint);
      await store.insertEndpoint({ ...endpoint, id: "e0", disabledReason: "gone" });
      const changed = { ...endpoint, kinds: ["*"] as const, version: 2, cursor: 9, missed: 4, failures: 3, givenUp: 1 };
      await store.updateEndpoint(changed);
      expect(await store.findEndpoint("e1")).toEqual(changed);
      expect(await store.findEndpoint("nobody")).toBeNull();
      expect(idsOf(await store.listEndpoints())).toEqual(["e1", "e0"]);
    });

    it("keeps sealed secrets, the newest first, and lets the old ones expire once", async () => {
      const store = open();
      const secret = { endpoint: "e1", sealed: Uint8Array.of(0, 255, 7), createdAt: 5, expiresAt: null };
      await store.insertSecret({ ...secret, id: "s1" });
      await store.expireSecrets("e1", 50);
      await store.insertSecret({ ...secret, id: "s0" });
      await store.insertSecret({ ...secret, id: "s9", endpoint: "e2" });
      expect(await store.listSecrets("e1")).toEqual([
        { ...secret, id: "s0" },
        { ...secret, id: "s1", expiresAt: 50 },
      ]);
      await store.expireSecrets("e1", 70);
      expect((await store.listSecrets("e1")).map(({ expiresAt }) => expiresAt)).toEqual([70, 50]);
      expect((await store.listSecrets("e2")).map(({ expiresAt }) => expiresAt)).toEqual([null]);
      await store.deleteSecrets(["s1", "nobody"]);
      expect(idsOf(await store.listSecrets("e1"))).toEqual(["s0"]);
    });

    it("makes a delivery once, whatever comes again under its id", async () => {
      const store = open();
      await store.insertDelivery(delivery);
      await store.insertDelivery({ ...delivery, body: "other" });
      expect(await store.findDelivery(delivery.id)).toEqual(delivery);
      const done: Delivery = {
        ...delivery,
        status: "delivered",
        attempts: 2,
        lastStatus: 200,
        lastAt: 7,
        nextTryAt: null,
      };
      await store.updateDelivery(done);
      expect(await store.findDelivery(delivery.id)).toEqual(done);
    });

    it("gives what is due in the order of making, pings apart", async () => {
      const store = open();
      await store.insertEndpoint(endpoint);
      await store.insertEndpoint({ ...endpoint, id: "e2", disabledReason: "failing" });
      const make = (id: string, more: Partial<Delivery>) => store.insertDelivery({ ...delivery, id, ...more });
      await make("late", { nextTryAt: 201 });
      await make("first", { nextTryAt: 200 });
      await make("done", { status: "delivered", nextTryAt: null });
      await make("second", { nextTryAt: 1 });
      await make("elsewhere", { endpoint: "e2", nextTryAt: 1 });
      await make("ping", { endpoint: "e2", sequence: null, kind: "webhook.ping", nextTryAt: 150 });
      expect(idsOf(await store.listDue("e1", 200, 9))).toEqual(["first", "second"]);
      expect(idsOf(await store.listDue("e1", 200, 1))).toEqual(["first"]);
      expect(idsOf(await store.listDuePings(149, 9))).toEqual([]);
      expect(idsOf(await store.listDuePings(150, 9))).toEqual(["ping"]);
      expect(await store.countPending("e1")).toBe(3);
      // Of a disabled endpoint only pings go.
      expect(await store.nextDueAt(0)).toBe(1);
      expect(await store.nextDueAt(1)).toBe(150);
      await store.updateDelivery({ ...delivery, id: "second", status: "failed", nextTryAt: null });
      expect(await store.nextDueAt(0)).toBe(150);
      expect(await store.nextDueAt(201)).toBeNull();
    });

    it("lists by pages, the newest first, and by status", async () => {
      const store = open();
      for (let i = 1; i <= 5; i++) {
        const status = i % 2 === 0 ? "failed" : "delivered";
        await store.insertDelivery({ ...delivery, id: `d${i}`, status, nextTryAt: null });
      }
      const page = await store.listDeliveries({ endpoint: "e1", limit: 2 });
      expect(idsOf(page)).toEqual(["d5", "d4"]);
      const rest = await store.listDeliveries({ endpoint: "e1", limit: 9, before: page.at(-1)?.position });
      expect(idsOf(rest)).toEqual(["d3", "d2", "d1"]);
      expect(idsOf(await store.listDeliveries({ endpoint: "e1", status: "failed", limit: 9 }))).toEqual(["d4", "d2"]);
      expect(await store.listDeliveries({ endpoint: "e2", limit: 9 })).toEqual([]);
    });

    it("wakes what waits for a retry, and nothing that was tried a moment ago", async () => {
      const store = open();
      const make = (id: string, more: Partial<Delivery>) => store.insertDelivery({ ...delivery, id, ...more });
      await make("waiting", { lastAt: 10, nextTryAt: 9_000 });
      await make("just tried", { lastAt: 60, nextTryAt: 9_000 });
      await make("sooner", { lastAt: 10, nextTryAt: 80 });
      await make("failed", { status: "failed", lastAt: 10, nextTryAt: null });
      await make("elsewhere", { endpoint: "e2", lastAt: 10, nextTryAt: 9_000 });
      await store.wake("e1", 60, 100);
      expect(idsOf(await store.listDue("e1", 100, 9))).toEqual(["waiting", "sooner"]);
      expect((await store.findDelivery("sooner"))?.nextTryAt).toBe(80);
      expect((await store.findDelivery("elsewhere"))?.nextTryAt).toBe(9_000);
    });

    it("replays what failed since, and forgets what is done and old", async () => {
      const store = open();
      const failed: Partial<Delivery> = { status: "failed", attempts: 12, lastAt: 5, nextTryAt: null };
      await store.insertDelivery({ ...delivery, ...failed, id: "old", createdAt: 49 });
      await store.insertDelivery({ ...delivery, ...failed, id: "new", createdAt: 50 });
      await store.insertDelivery({
        ...delivery,
        ...failed,
        id: "ping",
        createdAt: 50,
        sequence: null,
        kind: "webhook.ping",
      });
      await store.insertAttempt({ ...attempt, delivery: "old" });
      expect(await store.replayFailed("e1", 50, 70)).toBe(1);
      expect(await store.findDelivery("new")).toMatchObject({
        status: "pending",
        attempts: 0,
        nextTryAt: 70,
        lastAt: 5,
      });
      expect(await store.deleteDeliveriesBefore(60)).toBe(2);
      expect(await store.findDelivery("old")).toBeNull();
      expect(await store.listAttempts("old", 9)).toEqual([]);
      expect(await store.findDelivery("new")).not.toBeNull();
    });

    it("keeps the newest attempts", async () => {
      const store = open();
      for (let number = 1; number <= 5; number++) await store.insertAttempt({ ...attempt, number });
      await store.insertAttempt({ ...attempt, delivery: "other", fault: null, status: null });
      await store.trimAttempts(attempt.delivery, 3);
      expect((await store.listAttempts(attempt.delivery, 9)).map(({ number }) => number)).toEqual([3, 4, 5]);
      expect((await store.listAttempts(attempt.delivery, 2)).map(({ number }) => number)).toEqual([4, 5]);
      expect(await store.listAttempts("other", 9)).toEqual([
        { ...attempt, delivery: "other", fault: null, status: null },
      ]);
    });

    it("deletes an endpoint with all that is its own, and nothing else", async () => {
      const store = open();
      await store.insertEndpoint(endpoint);
      await store.insertSecret({ id: "s", endpoint: "e1", sealed: Uint8Array.of(1), createdAt: 1, expiresAt: null });
      await store.insertDelivery(delivery);
      await store.insertDelivery({ ...delivery, id: "other", endpoint: "e2" });
      await store.insertAttempt(attempt);
      await store.insertAttempt({ ...attempt, delivery: "other" });
      await store.deleteEndpoint("e1");
      expect(await store.listEndpoints()).toEqual([]);
      expect(await store.listSecrets("e1")).toEqual([]);
      expect(await store.findDelivery(delivery.id)).toBeNull();
      expect(await store.listAttempts(delivery.id, 9)).toEqual([]);
      expect(await store.listAttempts("other", 9)).toHaveLength(1);
    });

    it("answers as the obvious one does, whatever is done to it", async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(step, { maxLength: 40 }), (steps) => sameAnswers(steps, open())),
        {
          seed: 7,
          numRuns: 60,
        },
      );
    });
  });
}

type Step = readonly [
  name: "insert" | "update" | "wake" | "replay" | "delete",
  n: number,
  at: number,
  status: Delivery["status"],
];
const step: fc.Arbitrary<Step> = fc.tuple(
  fc.constantFrom("insert", "insert", "update", "wake", "replay", "delete"),
  fc.nat(8),
  fc.nat(30),
  fc.constantFrom("pending", "pending", "delivered", "failed"),
);

async function sameAnswers(steps: readonly Step[], store: WebhookStore): Promise<void> {
  const reference = createMemoryWebhookStore();
  for (const [name, n, at, status] of steps) {
    const one: Delivery = {
      ...delivery,
      id: `d${n}`,
      endpoint: `e${n % 2}`,
      sequence: n % 4 === 0 ? null : n + 1,
      status,
      createdAt: at,
      lastAt: at % 3 === 0 ? null : at,
      nextTryAt: status === "pending" ? at : null,
    };
    const answers = [];
    for (const each of [store, reference]) {
      if (name === "insert") await each.insertDelivery(one);
      // What a delivery is about never changes.
      if (name === "update" && (await each.findDelivery(one.id)) !== null) {
        const { createdAt, sequence, endpoint } = (await each.findDelivery(one.id)) ?? one;
        await each.updateDelivery({ ...one, createdAt, sequence, endpoint });
      }
      if (name === "wake") await each.wake(one.endpoint, at, at + 1);
      answers.push([
        name === "replay" ? await each.replayFailed(one.endpoint, at, at + 2) : null,
        name === "delete" ? await each.deleteDeliveriesBefore(at) : null,
        await each.listDue(one.endpoint, at, 3),
        await each.listDuePings(at, 3),
        await each.countPending(one.endpoint),
        await each.nextDueAt(at),
        (await each.listDeliveries({ endpoint: one.endpoint, limit: 5 })).map((row) => ({ ...row, position: 0 })),
      ]);
    }
    expect(answers[0]).toEqual(answers[1]);
  }
}

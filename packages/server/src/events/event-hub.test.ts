import { describe, expect, it } from "vitest";
import { noticeKindNames, noticeKinds, noticeMessage, scopes } from "@breakwater/contract";
import { until } from "../webhooks/testing/desk.ts";
import { openStage } from "./testing/stage.ts";

const leads = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => ({ lead: `l-${from + i}` }));
const idsOf = (events: readonly { readonly id: string }[]): readonly number[] => events.map(({ id }) => Number(id));
const range = (from: number, to: number): readonly number[] => Array.from({ length: to - from }, (_, i) => from + i);

describe("GET /v1/events", () => {
  it("sends what happens from now on, each as the contract says", async () => {
    const stage = await openStage();
    await stage.append("lead.opened", { lead: "before" });
    const reader = stage.open();
    await until("it is open", () => reader.text().includes("retry: "));
    await stage.append("lead.opened", { lead: "l-1", name: "never sent" });
    await stage.append("claim.published", { id: "c-1", version: 1 });
    await until("both came", () => reader.events.length === 2);
    expect(reader.events.map(({ id, event }) => [id, event])).toEqual([
      ["2", "lead.opened"],
      ["3", "claim.published"],
    ]);
    const [first] = reader.events.map(({ data }) => noticeMessage.parse(JSON.parse(data)));
    expect(first).toMatchObject({ type: "lead.opened", sequence: 2, data: { lead: "l-1" } });
    expect(reader.text()).not.toContain("never sent");
    expect(reader.head().toLowerCase()).toContain("content-type: text/event-stream");
    expect(reader.head().toLowerCase()).toContain("cache-control: no-store");
  });

  it.each([
    ["Last-Event-ID", "", { "last-event-id": "3" }],
    ["after", "?after=3", {}],
    ["Last-Event-ID before after", "?after=1", { "last-event-id": "3" }],
  ])("resumes behind %s, from the outbox and then live, without a gap", async (_, query, headers) => {
    const stage = await openStage({ pageMax: 3, ringFrames: 4 });
    await stage.append("lead.opened", ...leads(0, 20));
    const reader = stage.open(query, { headers });
    await until("it caught up", () => reader.events.length === 17);
    await stage.append("lead.opened", ...leads(20, 40));
    await until("all came", () => reader.events.length === 37);
    expect(idsOf(reader.events)).toEqual(range(4, 41));
  });

  it("tells what can no longer be resumed, and a place that is still to come", async () => {
    const stage = await openStage();
    await stage.append("lead.opened", ...leads(0, 5));
    await stage.transactor.run(() => stage.outbox.deleteBefore(Date.now() + 1));
    for (const [query, status] of [
      ["?after=4", 410],
      ["?after=6", 410],
      ["?after=5", 200],
      ["", 200],
      ["?after=x", 400],
      ["?kinds=lead.opend", 400],
    ] as const) {
      const reader = stage.open(query);
      await until("an answer", () => reader.status() !== null);
      expect([query, reader.status()]).toEqual([query, status]);
    }
    const reader = stage.open("", { headers: { "last-event-id": "nonsense" } });
    await until("an answer", () => reader.status() !== null);
    expect(reader.status()).toBe(400);
  });

  it("sends a kind to those alone whose scopes allow to read it", async () => {
    const stage = await openStage();
    const scopesOf = new Map(noticeKindNames.map((kind) => [kind, noticeKinds[kind].scope]));
    const all = [...new Set(scopesOf.values())];
    const readers = all.map((scope) => ({
      scope,
      reader: stage.open("", { as: ["t", [scope, "events:read"]] }),
    }));
    await until("all are open", () => readers.every(({ reader }) => reader.status() === 200));
    const names =
      "source id group detector kind why by state preview lead report webhook decision measure hold item account what notice status import slot type rule";
    const ids = Object.fromEntries(names.split(" ").map((name) => [name, "x"]));
    const sums = { restrictions: 1, statements: 1, queued: 1, accepted: 1, refused: 1, withheld: 1, attempt: 1 };
    const counts = { accounts: 1, joined: 1, version: 1, entries: 1, size: 1, erased: {}, keptBack: 0, failed: 0 };
    const data = {
      ...ids,
      ...counts,
      ...sums,
      target: { kind: "item", id: "x" },
      splitFrom: null,
      mergedInto: null,
      endsAt: null,
    };
    for (const kind of noticeKindNames) {
      const failed = kind === "retention.ran" ? { deleted: {}, failed: [] } : {};
      await stage.append(kind, {
        ...data,
        ...failed,
        change: kind === "webhook.changed" ? "created" : "x",
        reason: "gone",
      });
    }
    const wanted = (scope: string) => noticeKindNames.filter((kind) => scopesOf.get(kind) === scope);
    await until("each has its own", () =>
      readers.every(({ scope, reader }) => reader.events.length >= wanted(scope).length),
    );
    await new Promise((done) => setTimeout(done, 30));
    for (const { scope, reader } of readers) expect(reader.events.map(({ event }) => event)).toEqual(wanted(scope));
    expect(stage.hub.state().unfit).toBe(0);
  });

  it.each([
    ["one that the caller may not read", "?kinds=lead.opened,claim.published", ["claims:read"], 403],
    ["none that the caller may read", "", ["check"], 403],
    ["those that it asks for", "?kinds=claim.published", ["claims:read", "leads:read"], 200],
  ])("kinds: %s", async (_, query, held, status) => {
    const stage = await openStage();
    const reader = stage.open(query, { as: ["t", [...held, "events:read"]] });
    await until("an answer", () => reader.status() !== null);
    expect(reader.status()).toBe(status);
  });

  it("keeps a quiet line open, and moves the place of whoever waits for a rare kind", async () => {
    const stage = await openStage({ heartbeatMs: 30 });
    const reader = stage.open("?kinds=claim.published");
    await until("it is open", () => reader.text() !== "");
    await stage.append("lead.opened", ...leads(0, 7));
    await until("the place moved", () => reader.lastId() === "7");
    expect(reader.events).toEqual([]);
    const beats = reader.text().split(":\n").length;
    await until("it goes on beating", () => reader.text().split(":\n").length > beats + 1);
  });

  it("passes over what the contract does not know, and counts it", async () => {
    const stage = await openStage();
    const reader = stage.open();
    await until("it is open", () => reader.text() !== "");
    await stage.transactor.run(() => stage.outbox.append("secret.leaked", { x: 1 }, 1));
    await stage.append("lead.opened", { phone: 1 }, { lead: "l-1" });
    await until("the known one came", () => reader.events.length === 1);
    expect(reader.events[0]?.id).toBe("3");
    expect(stage.hub.state().unfit).toBe(2);
  });

  it("ends after its time, and when access has changed; the client resumes where it was", async () => {
    const stage = await openStage({ lifetimeMs: 60, heartbeatMs: 30 });
    const first = stage.open("", { as: ["old", scopes] });
    await until("it is open", () => first.text() !== "");
    await stage.append("lead.opened", ...leads(0, 3));
    await until("it ended", () => first.text() !== "" && stage.hub.state().open === 0);
    expect(idsOf(first.events)).toEqual([1, 2, 3]);
    await stage.append("lead.opened", ...leads(3, 5));
    const second = stage.open("", { as: ["new", scopes], headers: { "last-event-id": first.lastId() } });
    await until("it resumed", () => second.events.length === 2);
    expect(stage.hub.state().open).toBe(1);
    stage.hub.endOf("old");
    expect(stage.hub.state().open).toBe(1);
    stage.hub.endOf("new");
    await until("it ended", () => stage.hub.state().open === 0);
    expect(stage.hub.state().cut).toBe(0);
  });

  it("has so many streams and no more, of one caller and of all", async () => {
    const stage = await openStage({ openMax: 5, perCallerMax: 3 });
    const statusOf = async (id: string) => {
      const reader = stage.open("", { as: [id, scopes] });
      await until("an answer", () => reader.status() !== null);
      return { status: reader.status(), reader };
    };
    const mine = [await statusOf("a"), await statusOf("a"), await statusOf("a"), await statusOf("a")];
    expect(mine.map(({ status }) => status)).toEqual([200, 200, 200, 429]);
    const others = [await statusOf("b"), await statusOf("c"), await statusOf("d")];
    expect(others.map(({ status }) => status)).toEqual([200, 200, 429]);
    mine[0]?.reader.destroy();
    await until("there is room again", () => stage.hub.state().open === 4);
    expect((await statusOf("d")).status).toBe(200);
    stage.hub.close();
    expect((await statusOf("e")).status).toBe(503);
  });

  it("reads nothing while nobody listens, and once for all who do", async () => {
    const stage = await openStage();
    await stage.append("lead.opened", ...leads(0, 50));
    await new Promise((done) => setTimeout(done, 30));
    expect(stage.reads.count).toBe(0);
    const readers = Array.from({ length: 50 }, () => stage.open());
    await until("all are open", () => readers.every((reader) => reader.text() !== ""));
    const before = stage.reads.count;
    await stage.append("lead.opened", ...leads(50, 60));
    await until("all have all", () => readers.every(({ events }) => events.length === 10));
    expect(stage.reads.count - before).toBeLessThan(10);
  });

  it("goes on once a failing source answers again", async () => {
    const stage = await openStage({ heartbeatMs: 30 });
    const reader = stage.open();
    await until("it is open", () => reader.text() !== "");
    stage.reads.isBroken = true;
    await stage.append("lead.opened", { lead: "l-1" });
    await until("it failed", () => stage.failures.length > 0);
    stage.reads.isBroken = false;
    // Nothing new happens: it asks again by itself.
    await until("it came", () => reader.events.length === 1);
  });
});

describe("a thousand streams", () => {
  it("get everything in order, while one that never reads is cut off, and can resume without a gap", async () => {
    const stage = await openStage({ stallMs: 400, heartbeatMs: 600, ringFrames: 500 });
    const readers = Array.from({ length: 1_000 }, (_, i) =>
      stage.open("?kinds=lead.opened", { as: [`t-${i % 10}`, scopes] }),
    );
    const lazy = stage.open("", { as: ["lazy", scopes], isPaused: true });
    await until(
      "all are open",
      () => stage.hub.state().open === 1_001 && readers.every(({ text }) => text() !== ""),
      20_000,
    );
    globalThis.gc?.();
    const before = process.memoryUsage();
    const edit = { source: "s".repeat(500), id: "i".repeat(500) };
    let happened = 0;
    // More than the buffers of the system between the two take, so that the one who never reads is felt.
    while (stage.hub.state().cut === 0 && happened < 60_000) {
      await stage.append("action.edited", ...Array.from({ length: 500 }, () => edit));
      await stage.append("lead.opened", ...leads(happened, happened + 4));
      happened += 504;
      await new Promise((done) => setTimeout(done, 10));
    }
    expect(stage.hub.state()).toMatchObject({ open: 1_000, cut: 1, unfit: 0 });
    const sent = (happened / 504) * 4;
    await until("all have all", () => readers.every(({ events }) => events.length === sent), 20_000);
    const expected = range(1, happened + 1).filter((sequence) => (sequence - 1) % 504 >= 500);
    for (const { events } of readers) expect(idsOf(events)).toEqual(expected);
    const grown = process.memoryUsage().rss - before.rss;
    expect(grown).toBeLessThan(400_000_000);

    // It reads what had been sent, finds itself cut, comes back behind the last whole event, and misses nothing.
    lazy.resume();
    await until("it finds itself cut", () => lazy.isClosed(), 20_000);
    expect(lazy.events.length).toBeLessThan(happened);
    const again = stage.open("", { as: ["lazy", scopes], headers: { "last-event-id": lazy.lastId() } });
    await until("it caught up", () => lazy.events.length + again.events.length === happened, 20_000);
    expect(idsOf([...lazy.events, ...again.events])).toEqual(range(1, happened + 1));
  }, 90_000);
});

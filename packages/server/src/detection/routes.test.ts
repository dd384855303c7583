import type { Group, Signal } from "@breakwater/engine";
import { runWaitingPreview } from "./previews/previews.ts";
import { afterEach, describe, expect, it } from "vitest";
import { openTestFront, type TestFront } from "../http/testing/test-front.ts";
import { toGroupId } from "./groups/follow-groups.ts";
import { createDetectionRoutes } from "./routes.ts";
import type { PreviewResult } from "./previews/preview.ts";
import { openRoom, stateKinds, type Room } from "./testing/open-room.ts";
import { day0, dayMs, hourMs, letters, makeEpoch, makeGroup, makeSignal } from "./testing/pieces.ts";

const everything = ["groups:read", "leads:write", "detection:read", "detection:manage"];
const person = { "test-caller": JSON.stringify({ kind: "person", id: "ana", roles: ["analyst"], scopes: everything }) };
const token = { "test-caller": JSON.stringify({ kind: "token", id: "t", name: "t", scopes: everything }) };

type Desk = Room & {
  readonly ask: (
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ) => Promise<{ readonly status: number; readonly body: never; readonly etag: string | null }>;
};

const fronts: TestFront[] = [];
afterEach(async () => {
  for (const { app } of fronts.splice(0)) await app.close();
});

async function open(kind: (typeof stateKinds)[number], policy: Parameters<typeof openRoom>[1] = {}): Promise<Desk> {
  const room = openRoom(kind, policy);
  const front = await openTestFront(createDetectionRoutes(room.detection), { now: () => room.clock.at });
  fronts.push(front);
  return {
    ...room,
    ask: async (method, path, body, headers = person) => {
      const response = await fetch(front.url + path, {
        method,
        headers: {
          ...headers,
          origin: front.url,
          ...(body === undefined ? {} : { "content-type": "application/json" }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      const json = (text === "" ? null : JSON.parse(text)) as never;
      return { status: response.status, body: json, etag: response.headers.get("etag") };
    },
  };
}

type Page<T> = { readonly items: readonly T[]; readonly nextCursor: string | null };

async function readAll<T>(desk: Desk, path: string): Promise<readonly T[]> {
  const items: T[] = [];
  let cursor: string | null = null;
  do {
    const after: string = cursor === null ? "" : `&cursor=${cursor}`;
    const { status, body } = await desk.ask("GET", `${path}limit=2${after}`);
    expect(status).toBe(200);
    const page: Page<T> = body;
    expect(page.items.length).toBeLessThanOrEqual(2);
    items.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return items;
}

const army = { accounts: "abcdef", objects: "PQ" };
const id = toGroupId(day0 + hourMs, 0);
const at = (hour: number): number => day0 + hour * hourMs;

describe.each(stateKinds)("the routes of detection, on %s", (kind) => {
  it("list groups in pages, by kind and state", async () => {
    const desk = await open(kind);
    await desk.take(
      makeEpoch(at(1), [
        makeGroup(army),
        makeGroup({ accounts: "uvw", isCampaign: false }),
        makeGroup({ accounts: "xyz" }),
      ]),
      makeEpoch(at(9), [makeGroup({ accounts: "klm" })]),
    );
    type Summary = { readonly id: string; readonly accounts: number; readonly inauthentic: readonly string[] };
    const all = await readAll<Summary>(desk, "/v1/groups?");
    expect(all.map((group) => group.id)).toEqual([toGroupId(at(9), 0), id, toGroupId(at(1), 1), toGroupId(at(1), 2)]);
    expect(all[1]).toMatchObject({ accounts: 6, objects: 2, inauthentic: ["concentration"], kind: "campaign" });
    expect(await readAll<Summary>(desk, "/v1/groups?kind=coordinated&")).toHaveLength(1);
    expect(await readAll<Summary>(desk, "/v1/groups?state=open&")).toHaveLength(1);
    expect((await desk.ask("GET", "/v1/groups?cursor=abc")).status).toBe(400);
    expect((await desk.ask("GET", "/v1/groups?account=a")).status).toBe(400);
  });

  it("say where a group stands on both axes, and what the judgement could not see", async () => {
    const desk = await open(kind);
    const none = makeSignal({ family: "concentration", axis: "inauthentic", statistic: "effective_device", q: 0.4 });
    const woken = makeSignal({ family: "origin", axis: "inauthentic", statistic: "woke_within_day", q: 1e-9 });
    const small = { ...none, q: 1e-9, effect: { statistic: "members_on_own_places", value: 0.1, least: 0.3 } };
    const found = (signals: readonly Signal[]): Group =>
      makeGroup({ ...army, isCampaign: false, signals: [makeSignal(), ...signals] });
    const insufficient = [{ what: "url", reason: "too_few_shared_objects", have: 2, need: 5 }] as const;
    const epoch = makeEpoch(at(1), [found([none, woken, small]), makeGroup({ accounts: "uvw", isCampaign: false })]);
    await desk.take({ ...epoch, findings: { ...epoch.findings, insufficient } });
    const { body } = await desk.ask("GET", `/v1/groups/${id}`);
    expect(body).toMatchObject({
      axes: { coordinated: 1e-9, inauthentic: 0.4, asked: 0.01 },
      sight: { candidatesTested: 3, insufficient, population: { accounts: 9 } },
    });
    const other = await desk.ask("GET", `/v1/groups/${toGroupId(at(1), 1)}`);
    expect(other.body).toMatchObject({ axes: { inauthentic: null } });
  });

  it("show who of a group was in step on what, and when", async () => {
    const desk = await open(kind);
    const inStepActions = { at: [day0, day0 + 5], account: [0, 5], object: [1, 0], total: 7 };
    await desk.take(makeEpoch(at(1), [{ ...makeGroup(army), inStepActions }]));
    const { status, body, etag } = await desk.ask("GET", `/v1/groups/${id}/network`);
    expect([status, etag]).toEqual([200, '"1"']);
    expect(body).toMatchObject({
      id,
      accounts: army.accounts.split("").map((account) => ({ account, role: "unknown", inStep: 4 })),
      objects: [{ layer: "url", id: "url:P" }, { id: "url:Q" }],
      actions: { at: [day0, day0 + 5], account: [0, 5], object: [1, 0] },
      leftOff: { accounts: 0, actions: 5 },
    });
    expect((await desk.ask("GET", "/v1/groups/none/network")).status).toBe(404);
  });

  it("show a group whole, at its version", async () => {
    const desk = await open(kind);
    const samples = ["one", "two", "three"].map((text) => ({
      representative: text,
      accounts: 2,
      actions: 2,
      variants: [{ text, account: "a", at: day0 }],
    }));
    await desk.take(makeEpoch(at(1), [{ ...makeGroup(army), samples, quotes: [{ text: "one", action: "forum:1" }] }]));
    const { status, body, etag } = await desk.ask("GET", `/v1/groups/${id}`);
    expect([status, etag]).toEqual([200, '"1"']);
    expect(body).toMatchObject({
      id,
      kind: "campaign",
      marks: [],
      course: [{ accounts: 6 }],
      lead: { kind: "opened" },
    });
    expect(JSON.stringify(body)).not.toMatch(/quotes|everHeld|forum:1/);
    expect((await desk.ask("GET", "/v1/groups/none")).status).toBe(404);
    const read = await readAll<{ readonly representative: string }>(desk, "/v1/samples?");
    expect(read.map(({ representative }) => representative)).toEqual(["one", "two", "three"]);
    expect(await desk.detection.forgetting.forgetActions([{ source: "forum", id: "1" }])).toBe(1);
    const after = await desk.ask("GET", `/v1/groups/${id}`);
    expect(after.etag).toBe('"2"');
    expect(JSON.stringify(after.body)).not.toContain('"one"');
    expect(await desk.detection.forgetting.forgetActions([{ source: "forum", id: "1" }])).toBe(0);
  });

  it.each(stateKinds)("tells the community's rhythm, once there is one: %s", async (kind) => {
    const desk = await open(kind);
    expect(await desk.ask("GET", "/v1/rhythm")).toMatchObject({ status: 200, body: { observed: [] } });
    await desk.take(makeEpoch(day0 + dayMs, []));
    const rhythm = { from: day0 + dayMs - 2 * hourMs, stepMs: hourMs, observed: [4, 5], expected: [null, 4.5] };
    expect(await desk.ask("GET", "/v1/rhythm")).toMatchObject({ status: 200, body: rhythm });
  });

  it("let a person, and no token, say that a group is authentic: its like opens no lead while that stands", async () => {
    const desk = await open(kind, { observeMs: 0 });
    await desk.take(makeEpoch(at(1), [makeGroup({ ...army, isCampaign: false })]));
    const said = { reason: "The fan club of the harbour orchestra", days: 30 };
    expect((await desk.ask("POST", `/v1/groups/${id}/benign`, said, token)).status).toBe(403);
    expect((await desk.ask("POST", `/v1/groups/${id}/benign`, { ...said, days: 181 })).status).toBe(400);
    expect((await desk.ask("POST", `/v1/groups/${id}/benign`, { ...said, reason: " " })).status).toBe(400);
    expect((await desk.ask("POST", "/v1/groups/none/benign", said)).status).toBe(404);
    const { status, body } = await desk.ask("POST", `/v1/groups/${id}/benign`, said);
    expect(status).toBe(201);
    expect(body).toMatchObject({ by: "ana", kind: "authentic", expiresAt: day0 + 30 * dayMs, appliedTo: [] });

    await desk.take(makeEpoch(at(2), [makeGroup(army)]), makeEpoch(at(3), [makeGroup(army)]));
    expect(desk.desk.opened).toHaveLength(0);
    const held = (await desk.ask("GET", `/v1/groups/${id}`)).body;
    expect(held).toMatchObject({ lead: { kind: "held", why: "marked" }, marks: [{ appliedTo: [id] }] });
    const overview = (await desk.ask("GET", "/v1/detectors")).body;
    expect(overview).toMatchObject({ leads: { held: { marked: 1 } }, marks: [{ groupId: id, appliedTo: [id] }] });
    // An administrator minds the detectors and reads no groups, nor what people say of them.
    const scopes = ["detection:read", "detection:manage"];
    const admin = { "test-caller": JSON.stringify({ kind: "person", id: "di", roles: ["admin"], scopes }) };
    const seen = await desk.ask("GET", "/v1/detectors", undefined, admin);
    expect(seen.body).toMatchObject({ leads: { held: { marked: 1 } }, marks: [] });
    expect((await desk.ask("GET", "/v1/previews", undefined, admin)).status).toBe(200);
    expect((await desk.ask("GET", "/v1/groups", undefined, admin)).status).toBe(403);

    // An army that took in a few of them, or uses their objects, is not covered.
    await desk.take(makeEpoch(at(4), [makeGroup(army), makeGroup({ accounts: "abmnopqr", objects: "PQ" })]));
    expect(desk.desk.opened.map(({ group }) => group)).toEqual([toGroupId(at(4), 1)]);

    expect((await desk.ask("DELETE", `/v1/groups/${id}/benign`, undefined, token)).status).toBe(403);
    expect((await desk.ask("DELETE", `/v1/groups/${id}/benign`)).status).toBe(204);
    expect((await desk.ask("DELETE", `/v1/groups/${id}/benign`)).status).toBe(404);
    await desk.take(makeEpoch(at(5), [makeGroup(army)]));
    // It is linked with that army, and comes under its lead.
    expect((await desk.ask("GET", `/v1/groups/${id}`)).body).toMatchObject({ lead: { kind: "opened" } });
  });

  it("let a suppression end by itself", async () => {
    const desk = await open(kind);
    await desk.take(makeEpoch(at(1), [makeGroup({ ...army, isCampaign: false })]));
    const said = { kind: "suppressed", reason: "Our own load test", days: 1 };
    expect((await desk.ask("POST", `/v1/groups/${id}/benign`, said)).status).toBe(201);
    await desk.take(makeEpoch(at(2), [makeGroup(army)]));
    expect(desk.desk.opened).toHaveLength(0);
    desk.clock.at += dayMs;
    await desk.take(makeEpoch(at(3), [makeGroup(army)]));
    expect(desk.desk.opened).toHaveLength(1);
    expect((await desk.ask("GET", "/v1/detectors")).body).toMatchObject({ marks: [] });
  });

  it("resume a paused family by a person with a reason, and its leads are opened; what came before is not held against it again", async () => {
    const desk = await open(kind, { observeMs: 0, pauseLeadsMin: 2, pauseDaysMin: 3 });
    expect((await desk.ask("POST", "/v1/detectors/co_timing/resume", { reason: "tried" })).status).toBe(409);
    await desk.take(makeEpoch(at(1), [makeGroup({ accounts: "ABC" })]));
    desk.clock.at += 9 * dayMs;
    const many = Array.from({ length: 6 }, (_, i) =>
      makeGroup({ accounts: String.fromCodePoint(300 + 3 * i, 301 + 3 * i, 302 + 3 * i), logE: 50 - i }),
    );
    await desk.take(makeEpoch(at(2), many));
    const before = desk.desk.opened.length;
    expect(before).toBeLessThan(7);
    expect((await desk.ask("POST", "/v1/detectors/co_timing/resume", { reason: "looked at each" }, token)).status).toBe(
      403,
    );
    expect((await desk.ask("POST", "/v1/detectors/nonsense/resume", { reason: "looked" })).status).toBe(400);
    for (const family of ["co_timing", "concentration"]) {
      expect((await desk.ask("POST", `/v1/detectors/${family}/resume`, { reason: "looked at each" })).status).toBe(204);
    }
    await desk.take(makeEpoch(at(3), [...many, makeGroup({ accounts: "XYZ" })]));
    expect(desk.desk.opened).toHaveLength(8);
    expect(await desk.listNotices()).toEqual(
      expect.arrayContaining(["detector.paused co_timing", "detector.resumed co_timing"]),
    );
    const { families } = (await desk.ask("GET", "/v1/detectors")).body as { families: readonly object[] };
    expect(families[0]).toMatchObject({
      family: "co_timing",
      state: "active",
      jump: { past: 0, pastDays: 8 },
      resumed: { by: "ana", reason: "looked at each" },
    });
  });

  it("publish what people found of leads as precision by family and version", async () => {
    const desk = await open(kind);
    const origin = makeSignal({ family: "origin", axis: "inauthentic", statistic: "registered_hour" });
    await desk.take(
      makeEpoch(at(1), [
        makeGroup({ accounts: "abc" }),
        makeGroup({ accounts: "def", signals: [makeSignal(), origin] }),
        makeGroup({ accounts: "ghi" }),
        makeGroup({ accounts: "jkl" }),
      ]),
    );
    const { detectors } = desk.detection;
    const leadOf = (first: string): string => desk.desk.opened.find(({ refs }) => refs[1] === first)?.leadId ?? "";
    const common = { by: "tian", at: day0 };
    await detectors.recordVerdict({ ...common, leadId: leadOf("a"), outcome: "dismissed", reason: "authentic" });
    await detectors.recordVerdict({ ...common, leadId: leadOf("a"), outcome: "campaign", reason: "decided" });
    await detectors.recordVerdict({ ...common, leadId: leadOf("d"), outcome: "dismissed", reason: "insufficient" });
    await detectors.recordVerdict({ ...common, leadId: leadOf("g"), outcome: "dismissed", reason: "duplicate" });
    expect(await detectors.recordVerdict({ ...common, leadId: "other", outcome: "campaign", reason: "" })).toBe(false);
    const { precision } = (await desk.ask("GET", "/v1/detectors")).body as { precision: readonly object[] };
    const counts = { detectorVersion: "0.1.0+0011223344556677", neither: 1, waiting: 1 };
    expect(precision).toMatchObject([
      { family: "co_timing", confirmed: 1, dismissed: 1, precision: 0.5, ...counts },
      { family: "concentration", confirmed: 1, dismissed: 0, precision: 1, ...counts, high: 1 },
      { family: "origin", confirmed: 0, dismissed: 1, precision: 0, neither: 0, waiting: 0, low: 0 },
    ]);
  });

  it("offer what was not flagged for audit, and say what that tells of misses", async () => {
    const desk = await open(kind);
    const audit = { eligible: 400, drawn: letters("pqr").map((account) => ({ account, actions: 7 })) };
    await desk.take(makeEpoch(at(1), [makeGroup({ ...army, isCampaign: false })], { audit }), makeEpoch(at(2), []));
    type Item = { readonly id: string; readonly subject: { readonly kind: string } };
    const items = await readAll<Item>(desk, "/v1/audits?");
    expect(items.map(({ subject }) => subject.kind)).toEqual(["account", "account", "account", "group"]);
    expect(items[0]).toMatchObject({ eligible: 400, drawn: 3, verdict: null, subject: { account: "p" } });
    const judge = (i: number, verdict: string, headers = person) =>
      desk.ask("POST", "/v1/audits", { id: items[i].id, verdict, note: "" }, headers);
    expect((await judge(0, "missed", token)).status).toBe(403);
    expect((await desk.ask("POST", "/v1/audits", { id: "none", verdict: "fine" })).status).toBe(404);
    await judge(0, "fine");
    await judge(0, "missed");
    await judge(1, "fine");
    await judge(2, "unclear");
    const { misses } = (await desk.ask("GET", "/v1/audits")).body as { misses: readonly object[] };
    expect(misses[0]).toMatchObject({ subject: "account", offered: 3, missed: 1, fine: 1, unclear: 1, share: 0.5 });
    expect(misses[1]).toMatchObject({ subject: "group", offered: 1, share: null, missedPerDay: null });
    expect(await desk.detection.forgetting.eraseAccount("p")).toBe(0);
    expect(await readAll<Item>(desk, "/v1/audits?")).toHaveLength(3);
  });

  it("try options when asked, and end the observation once a person has seen them", async () => {
    const desk = await open(kind);
    await desk.take(makeEpoch(at(1), [makeGroup(army)]));
    expect(desk.desk.opened[0].learning).toBe(true);
    expect((await desk.ask("POST", "/v1/previews", { changes: { seed: 2 } })).status).toBe(400);
    expect((await desk.ask("POST", "/v1/previews", {}, token)).status).toBe(403);
    const asked = (await desk.ask("POST", "/v1/previews", {})).body as { readonly id: string };
    expect(asked).toMatchObject({ state: "waiting", asked: { by: "ana", changes: {}, days: 7 } });
    for (let i = 0; i < 2; i++) expect((await desk.ask("POST", "/v1/previews", { days: 3 })).status).toBe(202);
    expect((await desk.ask("POST", "/v1/previews", {})).status).toBe(429);
    const confirm = (previewId: string, headers = person) =>
      desk.ask("POST", "/v1/detectors/confirm-preview", { previewId }, headers);
    expect((await confirm(asked.id)).status).toBe(409);
    expect((await confirm("none")).status).toBe(404);

    const detector = { version: "0.1.0", fingerprint: "0011223344556677" };
    const none = { groups: 0, campaigns: 0, accounts: 0 };
    const result: PreviewResult = {
      current: detector,
      proposed: detector,
      from: 0,
      to: day0,
      actions: 9,
      judgements: 2,
      counts: { current: none, proposed: none },
      groups: [],
      groupsTotal: 0,
    };
    const { previews } = desk.detection;
    expect(await runWaitingPreview(previews, async () => result)).toBe(true);
    await runWaitingPreview(previews, async () => ({ ...result, proposed: { ...detector, fingerprint: "ff" } }));
    await runWaitingPreview(previews, async () => {
      throw new Error("/secret/path");
    });
    expect(await runWaitingPreview(previews, async () => result)).toBe(false);
    type Shown = { readonly id: string; readonly state: string; readonly failure: string | null };
    const shown = await readAll<Shown>(desk, "/v1/previews?");
    expect(shown.map(({ state, failure }) => [state, failure])).toEqual([
      ["failed", "The preview could not be run."],
      ["ready", null],
      ["ready", null],
    ]);
    expect((await confirm(shown[1].id)).status).toBe(409);
    expect((await confirm(asked.id, token)).status).toBe(403);
    expect((await confirm(asked.id)).status).toBe(204);
    expect((await desk.ask("GET", "/v1/detectors")).body).toMatchObject({
      detector: { learning: false, confirmed: { by: "ana", previewId: asked.id } },
    });
    await desk.take(makeEpoch(at(2), [makeGroup({ accounts: "xyz" })]));
    expect(desk.desk.opened[1].learning).toBe(false);
    expect(await desk.listNotices()).toContain(`preview.ready ${asked.id}`);
  });

  it("erase an account from everything that is stored, and forget what ended", async () => {
    const desk = await open(kind);
    await desk.take(makeEpoch(at(1), [makeGroup(army), makeGroup({ accounts: "xyz" })]));
    await desk.ask("POST", `/v1/groups/${id}/benign`, { reason: "known to us", days: 9 });
    expect(await desk.detection.forgetting.eraseAccount("c")).toBe(1);
    const stored = JSON.stringify([await desk.store.list({ limit: 9 }), await desk.shelves.marks.list()]);
    expect(stored).not.toContain('"c"');
    expect(stored).toContain('"d"');
    await desk.take(...[2, 3, 4, 5, 6].map((hour) => makeEpoch(at(hour), [makeGroup({ accounts: "xyz" })])));
    const [lead] = desk.desk.opened.filter(({ group }) => group === id);
    const { forgetting } = desk.detection;
    expect(await forgetting.deleteBefore(at(30), async (id) => id === lead.leadId)).toMatchObject({ groups: 0 });
    expect(await forgetting.deleteBefore(at(30), async () => false)).toMatchObject({ groups: 1 });
    expect((await desk.ask("GET", `/v1/groups/${id}`)).status).toBe(404);
  });
});

import { people, pieces } from "@breakwater/casework/testing";
import { beforeEach, describe, expect, it } from "vitest";
import { fail } from "../testing/call-route.ts";
import { openApi, proposalOf, staff, type Api } from "../testing/open-api.ts";

const { ana, cho, tian, sena } = staff;
const platform = { kind: "token", id: "t1", name: "platform", scopes: ["effects:write"] } as const;
const minute = 60_000;
let api: Api;
beforeEach(() => {
  api = openApi();
});

const told = { kind: "note_delivery", outcome: "delivered", channel: "platform", redress: pieces.redress } as const;
const effect = async (id: string) => (await api.call("getEffect", sena, { params: { id } })).body;
const say = (word: "confirm" | "fail", id: string, body: object = word === "fail" ? { reason: "Timeout." } : {}) =>
  api.call(`${word}Effect`, platform, { params: { id }, body });

/** A decision whose one measure the platform was asked to apply. */
async function order(type: "mute" | "register"): Promise<{ decision: string; measure: string }> {
  const caseId = await api.openCase();
  await api.give("commandCase", ana, caseId, { kind: "assign", conflict: null });
  await api.investigate(caseId, ["a1"]);
  await api.give("commandCase", ana, caseId, proposalOf(["a1"], type, { hearingSkipped: "They would delete it." }));
  const decided = await api.give("commandCase", cho, caseId, { kind: "approve", statement: "It holds." });
  const decision = (decided["decisionIds"] as readonly { id: string }[])[0]?.id ?? "";
  await api.act({ object: "decision", id: decision, command: told }, people.clock);
  const { measures } = await api.desk.getState("decision", decision);
  const [measure = ""] = Object.keys(measures);
  if (measures[measure]?.status === "planned") {
    await api.act({ object: "decision", id: decision, command: { kind: "apply", measure } }, people.clock);
  }
  return { decision, measure };
}

describe("what the platform is asked to do", () => {
  it("is confirmed once, however often it is said", async () => {
    const { decision, measure } = await order("mute");
    expect(await effect(`${measure}.apply`)).toMatchObject({ state: "asked", decision, type: "mute", account: "a1" });
    api.clock.at += minute;
    const first = await say("confirm", `${measure}.apply`);
    expect(first.body).toMatchObject({ state: "confirmed", answeredAt: api.clock.at });
    const { version } = await api.desk.getState("decision", decision);
    api.clock.at += minute;
    expect((await say("confirm", `${measure}.apply`)).body).toEqual(first.body);
    expect((await say("fail", `${measure}.apply`)).body).toEqual(first.body);
    expect((await api.desk.getState("decision", decision)).version).toBe(version);
  });

  it("is asked again after a failure, later each time, for all to see", async () => {
    const { decision, measure } = await order("mute");
    const id = `${measure}.apply`;
    await say("fail", id);
    expect(await effect(id)).toMatchObject({
      state: "failed",
      failures: 1,
      reason: "Timeout.",
      retryAt: api.clock.at + minute,
    });
    const { body } = await api.call("listJobs", cho, { params: { queue: "failed_effect" }, query: {} });
    expect(body).toMatchObject({ items: [{ id: decision }] });
    await api.notarising.run();
    await api.hear();
    await api.tick(api.clock.at + minute - 1);
    await api.notarising.run();
    expect(await api.hear()).toEqual([]);
    api.clock.at += minute;
    await api.tick(api.clock.at);
    await api.notarising.run();
    expect(await api.hear()).toEqual(["measure.apply"]);
    expect(await effect(id)).toMatchObject({ state: "asked", failures: 1, retryAt: null });
    await say("fail", id);
    expect(await effect(id)).toMatchObject({ failures: 2, retryAt: api.clock.at + 5 * minute });
    // It may have gone through after all.
    expect((await say("confirm", id)).body).toMatchObject({ state: "confirmed", retryAt: null });
    expect((await api.desk.getState("decision", decision)).measures[measure]?.status).toBe("active");
    const { body: failed } = await api.call("listEffects", sena, { query: { state: "failed" } });
    expect(failed).toMatchObject({ items: [] });
  });

  it("is taken back the same way, with failures and all", async () => {
    const { decision, measure } = await order("mute");
    await say("confirm", `${measure}.apply`);
    await api.give("commandDecision", ana, decision, { kind: "undo", reason: "Wrong account." });
    const id = `${measure}.reverse`;
    await say("fail", id);
    expect(await effect(id)).toMatchObject({ state: "failed", failures: 1 });
    await api.notarising.run();
    await api.hear();
    api.clock.at += minute;
    await api.tick(api.clock.at);
    expect(await api.hear()).toEqual(["measure.reverse"]);
    await say("confirm", id);
    expect(await api.get("getDecision", cho, decision)).toMatchObject({ status: "restored" });
  });

  it("taken back before the platform answered, is not waited for", async () => {
    const { decision, measure } = await order("mute");
    await api.give("commandDecision", ana, decision, { kind: "undo", reason: "Wrong account." });
    expect((await say("confirm", `${measure}.apply`)).body).toMatchObject({ state: "confirmed" });
    await say("confirm", `${measure}.reverse`);
    expect(await api.get("getDecision", cho, decision)).toMatchObject({ status: "restored" });
  });

  it("and nobody here ordered is not found, and counted", async () => {
    expect(await api.effectBook.countWithoutDecision()).toBe(0);
    expect((await fail(say("confirm", "measure-99.apply"))).code).toBe("not_found");
    expect((await fail(say("fail", "measure-99.apply"))).code).toBe("not_found");
    expect(await api.effectBook.countWithoutDecision()).toBe(1);
  });

  it("is known for holds too", async () => {
    const body = { item: "post-1", author: "a1", slot: "item", draft: pieces.draft };
    const placed = await api.call("placeHold", tian, { body });
    const { id, endsAt } = placed.body as { id: string; endsAt: number };
    expect(placed.body).toMatchObject({ status: "held", trigger: "person_emergency", statement: { puid: id } });
    expect(endsAt).toBe(api.clock.at + 72 * 60 * minute);
    await say("fail", `${id}.place`);
    await api.notarising.run();
    await api.hear();
    api.clock.at += minute;
    await api.tick(api.clock.at);
    expect(await api.hear()).toEqual(["hold.place"]);
    expect((await say("confirm", `${id}.place`)).body).toMatchObject({ state: "confirmed", hold: id, failures: 1 });
    const contest = { object: "hold", id, command: { kind: "contest", text: "It names nobody." } } as const;
    await api.act(contest, { id: "a1", roles: ["subject"] });
    const contested = await api.get("getHold", ana, id);
    expect(contested).toMatchObject({ contested: true });
    expect((contested["history"] as readonly object[]).at(-1)).toMatchObject({ by: null, note: "It names nobody." });
    await api.give("commandHold", ana, id, { kind: "release", reason: "Nobody is in danger." });
    expect(await effect(`${id}.release`)).toMatchObject({ state: "asked" });
    expect((await fail(api.give("commandHold", ana, id, { kind: "release", reason: "Again." }))).refusal?.code).toBe(
      "hold_over",
    );
  });
});

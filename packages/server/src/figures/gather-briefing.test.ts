import { defaultSettings, toMonth } from "@breakwater/casework";
import { people } from "@breakwater/casework/testing";
import { describe, expect, it } from "vitest";
import { openHouse } from "../casework/testing/open-house.ts";
import { openStory } from "../casework/testing/open-story.ts";
import { createClaimDesk } from "../claims/desk/claim-desk.ts";
import { createMemoryClaimStore } from "../claims/store/memory-claim-store.ts";
import { createMemoryOutbox, createMemoryTransactor } from "../state/memory-state.ts";
import { gatherBriefing, type BriefingSources } from "./gather-briefing.ts";
import { renderBriefingParts } from "./render/briefing-parts.ts";

const monthMs = 31 * 86_400_000;
const whole = { from: null, to: null };
const content = {
  claim: "大桥将关闭一年",
  verdict: "false",
  sources: [{ text: "现场查看", kind: "witness", publisher: "本台" }, { text: "https://paper.example/bridge" }],
  rightOfReply: "已联系首发者，未获答复。",
};

/** Two decisions told to their accounts; the first is reversed. */
async function open() {
  const house = openHouse();
  const story = openStory(house);
  const claims = createClaimDesk({
    store: createMemoryClaimStore(),
    transactor: createMemoryTransactor(),
    outbox: createMemoryOutbox(),
  });
  const sources: BriefingSources = { statements: house.publishedStatements, claims };
  await story.investigate("c1", "a1");
  await story.decide("c1", "a1", ["suspend"]);
  await story.passOn();
  return { house, story, claims, sources };
}

describe("gatherBriefing()", () => {
  it("shows as an example only what is final, without an account, by its month", async () => {
    const { house, sources } = await open();
    const decidedAt = (await house.publishedStatements.list({ limit: 1 })).items[0]?.decidedAt ?? 0;
    // Somebody may still object.
    expect((await gatherBriefing(whole, sources)).studies).toEqual([]);
    house.clock.at += (defaultSettings.appealWindowUninformedMonths + 1) * monthMs;
    const briefing = await gatherBriefing(whole, sources);
    expect(briefing).toMatchObject({ studies: [{ id: "d-c1", isFinal: true }], reversals: [], isCut: false });
    const page = renderBriefingParts(briefing, "zh-Hans").markup;
    expect(page).toContain(toMonth(decidedAt));
    expect(page).toContain("认定：角色为");
    expect(page).toContain("主动发现；最先由程序发现");
    expect(page).not.toContain("Found: role");
    expect(page).not.toContain(new Date(decidedAt).toISOString().slice(0, 10));
    expect(page).not.toContain("a1<");
    const other = { from: "2031-01", to: null };
    expect((await gatherBriefing(other, sources)).studies).toEqual([]);
    expect((await gatherBriefing(whole, { ...sources, statements: null })).studies).toEqual([]);
  });

  it("shows no example while somebody outside still judges it", async () => {
    const { house, story, sources } = await open();
    const dispute = { kind: "file_dispute", body: "Appeals Centre", reference: "AC-17" } as const;
    await story.does({ id: "a1", roles: ["subject"] }, { object: "decision", id: "d-c1", command: dispute });
    house.clock.at += (defaultSettings.appealWindowUninformedMonths + 1) * monthMs;
    expect((await gatherBriefing(whole, sources)).studies).toEqual([]);
    const end = { kind: "conclude_dispute", outcome: "upheld", implemented: true, reason: "r", reverse: [] } as const;
    await story.does(people.leo, { object: "decision", id: "d-c1", command: end });
    expect((await gatherBriefing(whole, sources)).studies).toMatchObject([{ id: "d-c1" }]);
  });

  it("lists corrections and withdrawals with their reasons, the newest first, and nothing that was only begun", async () => {
    const { house, claims, sources } = await open();
    const made = await claims.create(content, { by: "eda", at: 1 });
    if (!made.ok) expect.fail(made.refusal);
    let at = Date.UTC(2026, 2, 5);
    const act = async (by: string, command: Parameters<typeof claims.command>[1]) => {
      const done = await claims.command(made.head.id, command, { by, at, version: null });
      if (!done.ok) expect.fail(done.refusal);
    };
    await act("edo", { kind: "review" });
    await act("edi", { kind: "review" });
    await act("eda", { kind: "publish", url: "https://desk.example/bridge" });
    await act("edo", { kind: "correct", changes: { verdict: "outdated" }, reason: "It closed on 3 March." });
    expect((await gatherBriefing(whole, sources)).corrections).toEqual([]);
    at = Date.UTC(2026, 3, 5);
    await act("edi", { kind: "review" });
    await act("eda", { kind: "review" });
    await act("edo", { kind: "publish" });
    at = Date.UTC(2026, 4, 5);
    await act("edi", { kind: "withdraw", reason: "The record was forged." });
    const { corrections } = await gatherBriefing(whole, sources);
    expect(corrections).toMatchObject([
      { kind: "withdrawn", reason: "The record was forged.", claim: content.claim },
      { kind: "corrected", reason: "It closed on 3 March.", verdict: "outdated" },
    ]);
    const april = await gatherBriefing({ from: "2026-04", to: "2026-04" }, sources);
    expect(april.corrections).toHaveLength(1);
    const page = renderBriefingParts(april, "en").markup;
    expect(page).toContain("2026-04");
    expect(page).toContain("corrected to: Outdated · It closed on 3 March.");
    expect(house.clock.at).toBeGreaterThan(0);
  });

  it("lists what was taken back among what was wrong", async () => {
    const { story, sources } = await open();
    const { rei } = people;
    await story.does(
      { id: "a1", roles: ["subject"] },
      {
        object: "decision",
        id: "d-c1",
        command: { kind: "appeal", points: ["It was not me."], evidence: [] },
      },
    );
    expect((await gatherBriefing(whole, sources)).reversals).toEqual([]);
    await story.does(rei, {
      object: "decision",
      id: "d-c1",
      command: {
        kind: "decide_appeal",
        appellant: "a1",
        outcome: "reversed",
        answers: ["It was not you."],
        reverse: [],
      },
    });
    const { reversals } = await gatherBriefing(whole, sources);
    expect(reversals).toMatchObject([{ id: "d-c1" }]);
  });
});

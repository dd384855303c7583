import type { Action } from "@breakwater/records";
import { expect, it } from "vitest";
import { fail } from "../testing/call-route.ts";
import { openApi, staff, type Api } from "../testing/open-api.ts";

const { ana, ben, cho, aud } = staff;

const posts: Readonly<Record<string, Action>> = {
  "forum:p1": {
    id: "p1",
    at: 1_700_000_000_000,
    account: "a1",
    kind: "post",
    text: "Buy now.",
    objects: [
      { kind: "media", id: "m-1" },
      { kind: "url", id: "https://example.org" },
    ],
  },
  "forum:p2": { id: "p2", at: 1_700_000_000_001, account: "a1", kind: "like", objects: [] },
  "forum:p9": {
    id: "p9",
    at: 1_700_000_000_002,
    account: "somebody-else",
    kind: "post",
    text: "A diary.",
    objects: [],
  },
};

async function openCase(caseType?: string): Promise<{ api: Api; held: Map<string, Action>; caseId: string }> {
  const held = new Map(Object.entries(posts));
  const api = openApi({ findAction: async (key) => held.get(key) ?? null });
  const caseId = await api.openCase(caseType, "P1");
  await api.call("commandJob", ana, { params: { queue: "assignment", id: caseId }, body: { kind: "claim" } });
  await api.give("commandCase", ana, caseId, { kind: "assign", conflict: null });
  return { api, held, caseId };
}

async function add({ api, caseId }: { api: Api; caseId: string }, actions?: readonly string[]): Promise<string> {
  const item = { kind: "actions", sha256: "9f".repeat(32), accounts: ["a1"], capturedAt: api.clock.at, tool: "export" };
  const named = actions === undefined ? item : { ...item, actions };
  const added = await api.give("commandCase", ana, caseId, { kind: "add_evidence", item: named });
  const items = added["evidenceItems"] as readonly { readonly id: string; readonly actionCount: number }[];
  expect(items.at(-1)?.actionCount).toBe(actions?.length ?? 0);
  return items.at(-1)?.id ?? "";
}

const read = async (api: Api, caller: Parameters<Api["call"]>[1], id: string, evidence: string) =>
  (await api.call("readCaseEvidence", caller, { params: { id, evidence } })).body;

it("shows what is held of the accounts that the evidence is about, and says of the rest that it is not", async () => {
  const { api, held, caseId } = await openCase();
  const id = await add({ api, caseId }, ["forum:p1", "forum:p2", "forum:p3", "forum:p9"]);
  const first = { account: "a1", at: 1_700_000_000_000, kind: "post", text: "Buy now.", media: ["m-1"] };
  const items = [
    { id: "forum:p1", state: "held", act: first },
    { id: "forum:p2", state: "held", act: { ...first, at: 1_700_000_000_001, kind: "like", text: null, media: [] } },
    { id: "forum:p3", state: "gone", act: null },
    { id: "forum:p9", state: "of_others", act: null },
  ];
  expect(await read(api, cho, caseId, id)).toEqual({ id, items });
  held.delete("forum:p1");
  expect(await read(api, cho, caseId, id)).toMatchObject({ items: [{ state: "gone", act: null }, {}, {}, {}] });
  expect(await read(api, cho, caseId, await add({ api, caseId }))).toMatchObject({ items: [] });
  expect((await fail(read(api, cho, caseId, "evidence-0"))).code).toBe("not_found");
});

it("opens to whom the case is open, and writes down who read or tried", async () => {
  const { api, caseId } = await openCase("doxxing");
  const id = await add({ api, caseId }, ["forum:p1"]);
  await read(api, ana, caseId, id);
  expect((await fail(read(api, ben, caseId, id))).refusal?.code).toBe("need_to_know");
  const { body } = await api.call("listViews", aud, { query: { id: caseId } });
  const views = (body as { items: readonly { by: string; route: string; refused: string | null }[] }).items;
  const opened = views.filter(({ route }) => route === "readCaseEvidence").map(({ by, refused }) => [by, refused]);
  expect(opened).toEqual([
    ["ben", "need_to_know"],
    ["ana", null],
  ]);
});

it("takes fifty names and no address", async () => {
  const { api, caseId } = await openCase();
  const named = Array.from({ length: 51 }, (_, i) => `forum:p${i}`);
  for (const actions of [named, ["fe80::1:2"]]) {
    await expect(add({ api, caseId }, actions)).rejects.toThrow();
  }
});

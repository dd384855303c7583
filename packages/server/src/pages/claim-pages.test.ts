import { people } from "@breakwater/casework/testing";
import { expect, afterEach, describe, it } from "vitest";
import { openPages, type OpenedPages } from "./testing/open-pages.ts";
import { limits } from "./limits.ts";
import { en } from "./words/en.ts";
import { zhHans } from "./words/zh-hans.ts";

const opened: OpenedPages[] = [];
afterEach(async () => {
  for (const { close } of opened.splice(0)) await close();
});

const content = {
  claim: "大桥将关闭一年",
  verdict: "false",
  title: "大桥不关",
  explanation: "现场查看：双向通行。",
  sources: [
    { text: "https://city.example/bridge", kind: "official_statement" },
    { text: "现场查看", kind: "witness", publisher: "本台" },
  ],
  rightOfReply: "已联系首发者，未获答复。",
};

type Published = OpenedPages & {
  readonly id: string;
  readonly act: (by: string, ...commands: Parameters<OpenedPages["claimDesk"]["command"]>[1][]) => Promise<void>;
  readonly get: (path: string, headers?: Record<string, string>) => Promise<Response>;
  readonly ask: (text: string, language?: string) => Promise<Response>;
};

/** A determination by three people, published. */
async function publish(): Promise<Published> {
  const pages = await openPages();
  opened.push(pages);
  const { claimDesk, house, front } = pages;
  const made = await claimDesk.create(content, { by: "eda", at: house.clock.at });
  if (!made.ok) expect.fail(made.refusal);
  const { id } = made.head;
  const act: Published["act"] = async (by, ...commands) => {
    for (const command of commands) {
      const done = await claimDesk.command(id, command, { by, at: house.clock.at, version: null });
      if (!done.ok) expect.fail(done.refusal);
    }
  };
  await act("edo", { kind: "review" });
  await act("edi", { kind: "review" });
  await act("eda", { kind: "publish", url: "https://desk.example/bridge" });
  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(new URL(path, front.url), { headers, redirect: "manual" });
  const ask = (text: string, lang = "en") =>
    fetch(new URL(`/claims/${id}`, front.url), {
      method: "POST",
      body: new URLSearchParams({ text, lang }),
      headers: { "sec-fetch-site": "same-origin" },
      redirect: "manual",
    });
  return { ...pages, id, act, get, ask };
}

const asked = { status: ["asked", "answered"], sort: "newest", limit: 10 } as const;

describe("CW-145 what a reader says is wrong with a determination", () => {
  it("comes in by its public page, without an account, and is answered behind the reader's link", async () => {
    const { house, id, get, ask } = await publish();
    const list = await (await get("/claims?lang=en")).text();
    expect(list).toContain(content.claim);
    expect(list).toContain(`/claims/${id}`);
    const shown = await (await get(`/claims/${id}?lang=zh-Hans`)).text();
    for (const words of [content.claim, content.explanation, "本台", "不实", zhHans.correctionIntro]) {
      expect(shown).toContain(words);
    }
    // Nobody of ours is named.
    expect(shown).not.toMatch(/eda|edo|edi/);

    const sent = await ask("The day is wrong: it was 2 March. My number is 13812345678.");
    expect(sent.status).toBe(303);
    const link = sent.headers.get("location") ?? "";
    const before = await (await get(link)).text();
    expect(before).toContain(en.yourCorrection);
    expect(before).toContain("it was 2 March");
    expect(before).not.toContain("13812345678");

    const by = { actor: people.eda, at: house.clock.at, language: "en", route: "listCorrections" } as const;
    const { items } = await house.objectBook.list(
      { object: "determination", statuses: asked.status, sort: "due", limit: 9 },
      by,
    );
    expect(items).toMatchObject([{ id, status: "asked", open: 1, answered: 0 }]);
    const ofEditors = { queue: "correction", show: "free", after: undefined, limit: 9 } as const;
    expect(await house.jobBook.list(ofEditors, by)).toMatchObject({
      items: [{ queue: "correction", id, refusal: null }],
    });

    const read = await house.objectBook.read("determination", id, by);
    if (read.kind !== "shown") expect.fail(read.kind);
    const { requests, commands } = read.body as { requests: { id: string }[]; commands: object };
    expect(commands).toEqual({ answer_correction: { enabled: true } });
    const body = {
      kind: "answer_correction",
      request: requests[0]?.id ?? "",
      answer: "It was; we correct it.",
    } as const;
    const done = await house.objectBook.command("determination", id, { body, expectedVersion: read.version }, by);
    expect(done.kind).toBe("done");
    const answered = await house.objectBook.show("determination", id, by);
    expect(answered).toMatchObject({
      body: { commands: { answer_correction: { enabled: false, code: "correction_unknown" } } },
    });
    const after = await (await get(link.replace("lang=en", "lang=zh-Hans"))).text();
    expect(after).toContain("It was; we correct it.");
    expect(after).toContain(zhHans.yourCorrection);
    expect(await house.jobBook.list(ofEditors, by)).toMatchObject({ items: [] });
  });

  it("is held to its limits, and comes from our own page", async () => {
    const { front, id, get, ask } = await publish();
    const empty = await ask("  ", "zh-Hans");
    expect([empty.status, (await empty.text()).includes(zhHans.correctionMissing)]).toEqual([422, true]);
    expect((await ask("x".repeat(limits.correctionMax + 1))).status).toBe(422);
    const foreign = await fetch(new URL(`/claims/${id}`, front.url), {
      method: "POST",
      body: new URLSearchParams({ text: "x" }),
      headers: { "sec-fetch-site": "cross-site" },
    });
    expect(foreign.status).toBe(403);
    expect((await get("/claims/nothing")).status).toBe(404);
    for (let n = 0; n < limits.formsPerMinute; n += 1) await ask("The day is wrong.");
    expect((await ask("The day is wrong.")).status).toBe(429);
  });

  it("ends with a withdrawal, whose reason everybody reads beside the corrections", async () => {
    const { id, act, get, ask } = await publish();
    await act("edo", { kind: "correct", changes: { verdict: "outdated" }, reason: "It closed on 3 March." });
    const still = await (await get(`/claims/${id}?lang=en`)).text();
    expect(still).not.toContain("It closed on 3 March.");
    await act("edi", { kind: "review" });
    await act("eda", { kind: "review" });
    await act("edo", { kind: "publish" });
    const link = (await ask("The verdict is wrong.")).headers.get("location") ?? "";
    expect(await (await get(`/claims/${id}?lang=en`)).text()).toContain("Corrected: Outdated · It closed on 3 March.");
    await act("edi", { kind: "withdraw", reason: "The record was forged." });
    const text = await (await get(`/claims/${id}?lang=en`)).text();
    expect(text).toContain("Withdrawn · The record was forged.");
    expect(text).not.toContain("<form");
    expect(text).not.toContain(content.explanation);
    expect((await ask("Still wrong.")).status).toBe(404);
    expect(await (await get(link)).text()).toContain(en.withdrawnClaim);
  });

  it("is not shown for what was never published", async () => {
    const { claimDesk, house, get } = await publish();
    const made = await claimDesk.create({ ...content, claim: "另一说法" }, { by: "eda", at: house.clock.at });
    if (!made.ok) expect.fail(made.refusal);
    expect((await get(`/claims/${made.head.id}`)).status).toBe(404);
    expect(await (await get("/claims")).text()).not.toContain("另一说法");
  });
});

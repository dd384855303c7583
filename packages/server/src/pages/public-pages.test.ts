import { parseCheckpoint, toUtf8 } from "@breakwater/ledger";
import { people, subject } from "@breakwater/casework/testing";
import { afterEach, describe, expect, it } from "vitest";
import { claim, debunk, openPages, tellAll, type OpenedPages } from "./testing/open-pages.ts";
import { en } from "./words/en.ts";
import { zhHans } from "./words/zh-hans.ts";

const opened: OpenedPages[] = [];
async function open(...more: Parameters<typeof openPages>): Promise<OpenedPages> {
  const pages = await openPages(...more);
  opened.push(pages);
  return pages;
}
afterEach(async () => {
  for (const { close } of opened.splice(0)) await close();
});

type Got = { readonly status: number; readonly text: string; readonly headers: Headers };
async function get({ front }: OpenedPages, path: string, headers: Record<string, string> = {}): Promise<Got> {
  const response = await fetch(new URL(path, front.url), { headers, redirect: "manual" });
  return toGot(response);
}
/** Whatever is asked for: a page is small. */
async function toGot(response: Response): Promise<Got> {
  const text = await response.text();
  expect(Buffer.byteLength(text)).toBeLessThan(30_000);
  return { status: response.status, text, headers: response.headers };
}
async function post(
  { front }: OpenedPages,
  path: string,
  fields: Record<string, string>,
  headers: Record<string, string> = { "sec-fetch-site": "same-origin" },
): Promise<Got> {
  const body = new URLSearchParams(fields);
  const response = await fetch(new URL(path, front.url), { method: "POST", body, headers, redirect: "manual" });
  return toGot(response);
}
/** The text that people see. */
const plain = (markup: string): string =>
  markup
    .replace(/<head>.*<\/head>/su, "")
    .replaceAll(/<[^>]+>/gu, " ")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&")
    .replaceAll(/\s+/gu, " ");

const report = {
  category: "fraud",
  location: "https://example.org/p/1?u=rosa",
  reasons: "Sells tickets that do not exist.",
  name: "Rosa",
  email: "rosa@example.org",
  inGoodFaith: "yes",
};

describe("a link's page", () => {
  it("shows the statement of reasons, in both languages, small, kept by nobody and found by nobody", async () => {
    const pages = await open();
    const { decision } = await tellAll(pages);
    const { status, text, headers } = await get(pages, decision);
    expect(status).toBe(200);
    for (const part of ["We suspended your account.", "version 3", "Appeals Centre Europe", en.object, "d-c1"]) {
      expect(plain(text)).toContain(part);
    }
    expect(plain(text)).toContain("until 2 September 2026");
    const chinese = await get(pages, `${decision}?lang=zh-Hans`);
    expect(chinese.text).toContain('<html lang="zh-Hans">');
    expect(plain(chinese.text)).toContain("我们暂停了您的账号。");
    expect(plain(chinese.text)).toContain("2026年9月2日");
    expect((await get(pages, decision, { "accept-language": "zh-CN,zh;q=0.9" })).text).toContain("我们做了什么");
    for (const page of [text, chinese.text]) {
      expect(page).not.toMatch(/<script|<style|style=|onclick/u);
    }
    expect(headers.get("cache-control")).toBe("no-store");
    expect(headers.get("referrer-policy")).toBe("no-referrer");
    expect(headers.get("x-robots-tag")).toContain("noindex");
    expect(headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(headers.get("set-cookie")).toBeNull();
  });

  it("gives the checkpoint to keep, on the page and as a file, with how to check", async () => {
    const pages = await open();
    const { decision, hearing } = await tellAll(pages);
    const { text } = await get(pages, decision);
    const file = await get(pages, `${decision}/checkpoint`);
    expect([file.status, file.headers.get("content-type")]).toEqual([200, "text/plain; charset=utf-8"]);
    expect(file.headers.get("content-disposition")).toContain("held.checkpoint");
    expect(parseCheckpoint(toUtf8(file.text))?.size).toBeGreaterThan(0);
    for (const line of file.text.trimEnd().split("\n")) expect(plain(text)).toContain(line);
    expect(plain(text)).toContain("/v1/ledger --checkpoint FILE");
    expect(text).toContain(`${decision}/checkpoint?lang=en`);
    const chinese = await get(pages, `${hearing}?lang=zh-Hans`);
    expect(plain(chinese.text)).toContain("账本回执，请您保存");
    const published = await get(pages, "/statements/d-c1/checkpoint");
    expect(parseCheckpoint(toUtf8(published.text))).toEqual(parseCheckpoint(toUtf8(file.text)));
    for (const gone of ["/n/x/checkpoint", "/statements/none/checkpoint"]) {
      expect((await get(pages, gone)).status).toBe(404);
    }
  });

  it("answers alike to a link that was changed, made up, of another purpose, or is over", async () => {
    const pages = await open();
    const { decision, hearing } = await tellAll(pages);
    const token = decision.slice(3);
    const refused = [
      `/n/${token.slice(0, -1)}${token.endsWith("A") ? "Q" : "A"}`,
      `/n/${token}A`,
      `/n/${"A".repeat(123)}`,
      "/n/x",
      `/n/${"A".repeat(2000)}`,
    ];
    const answers = new Set<string>();
    const seen = async (path: string): Promise<void> => {
      const { status, text } = await get(pages, path);
      expect(status).toBe(404);
      answers.add(text.replaceAll(path, ""));
    };
    for (const path of refused) await seen(path);
    pages.house.clock.at += 200 * 86_400_000;
    await seen(hearing);
    expect(answers.size).toBe(1);
    expect((await post(pages, `${hearing}/reply`, { text: "Late." })).status).toBe(404);
    expect((await post(pages, `${decision}/reply`, { text: "Wrong kind." })).status).toBe(404);
  });

  it("takes an objection once, point by point, and shows later what came of it", async () => {
    const pages = await open();
    const { house, story } = pages;
    const { decision } = await tellAll(pages);
    const empty = await post(pages, `${decision}/appeal`, {
      points: " \n",
      evidence: "My <b>alibi</b>",
      lang: "zh-Hans",
    });
    expect(empty.status).toBe(422);
    expect(empty.text).toContain(zhHans.pointsMissing);
    expect(empty.text).toContain("My &lt;b&gt;alibi&lt;/b&gt;");
    const fields = { points: "It was <i>not</i> me.\r\n\r\nThe clock was wrong.", evidence: "A ticket.", lang: "en" };
    const sent = await post(pages, `${decision}/appeal`, fields);
    expect([sent.status, sent.headers.get("location")]).toEqual([303, `${decision}?lang=en`]);
    expect((await post(pages, `${decision}/appeal`, fields)).status).toBe(303);
    const state = await house.desk.getState("decision", "d-c1");
    expect(state.appeals["a1"]).toMatchObject({
      points: ["It was <i>not</i> me.", "The clock was wrong."],
      evidence: ["A ticket."],
    });
    const waiting = await get(pages, decision);
    expect(plain(waiting.text)).toContain(en.objectedText("9 March 2026"));
    expect(waiting.text).toContain("It was &lt;i&gt;not&lt;/i&gt; me.");
    expect(waiting.text).not.toContain('name="points"');
    const answers = ["It was.", "It was not."];
    const command = { kind: "decide_appeal", appellant: "a1", outcome: "upheld", answers, reverse: [] } as const;
    await story.does(people.rei, { object: "decision", id: "d-c1", command });
    const done = plain((await get(pages, decision)).text);
    for (const part of [en.outcomes.upheld, ...answers]) expect(done).toContain(part);
    expect(done).not.toContain("rei");
  });

  it("is told that somebody turned to an outside body, which then waits for the staff and is shown to nobody else", async () => {
    const pages = await open();
    const { house, story } = pages;
    const { decision } = await tellAll(pages);
    const fields = { body: "Appeals <b>Centre</b>", reference: "AC-17", lang: "en" };
    const empty = await post(pages, `${decision}/dispute`, { ...fields, reference: " " });
    expect(empty.status).toBe(422);
    expect(empty.text.split(en.outsideMissing)).toHaveLength(2);
    expect(empty.text).toContain("Appeals &lt;b&gt;Centre&lt;/b&gt;");
    expect((await post(pages, `${decision}/dispute`, { ...fields, reference: "x".repeat(301) })).status).toBe(422);
    expect((await post(pages, `${decision}/dispute`, fields)).status).toBe(303);
    expect(await house.desk.getState("decision", "d-c1")).toMatchObject({
      status: "external_dispute",
      dispute: { body: "Appeals <b>Centre</b>", reference: "AC-17", filedBy: "a1", isOpen: true },
    });
    const told = await get(pages, decision);
    expect(plain(told.text)).toContain("You told us that you turned to Appeals &lt;b&gt;Centre&lt;/b&gt; (AC-17).");
    expect(told.text).not.toContain('name="reference"');
    expect((await post(pages, `${decision}/dispute`, fields)).status).toBe(422);
    const reason = "The body agrees with us.";
    const command = { kind: "conclude_dispute", outcome: "upheld", implemented: true, reason, reverse: [] } as const;
    await story.does(people.leo, { object: "decision", id: "d-c1", command });
    expect(plain((await get(pages, decision)).text)).toContain("is over for us");
  });

  it("takes an answer to a question, and a word against a hold", async () => {
    const pages = await open();
    const { house } = pages;
    const { hearing, hold } = await tellAll(pages);
    expect(plain((await get(pages, hearing)).text)).toContain("Until 5 March 2026 at 09:00 UTC.");
    expect((await post(pages, `${hearing}/reply`, { text: " " })).status).toBe(422);
    expect((await post(pages, `${hearing}/reply`, { text: "My brother's phone." })).status).toBe(303);
    expect((await house.desk.getState("case", "c2")).hearings["a2"]?.reply).toBe("My brother's phone.");
    expect(plain((await get(pages, hearing)).text)).toContain("My brother's phone.");
    expect((await post(pages, `${hearing}/reply`, { text: "And again." })).status).toBe(422);
    expect((await post(pages, `${hold}/contest`, { text: "It is a recipe." })).status).toBe(303);
    expect((await house.desk.getState("hold", "h1")).contested).toBe(true);
    expect(plain((await get(pages, hold)).text)).toContain(en.contested);
  });

  it("refuses forms of other sites, what is too long, and too many at once, each with a page", async () => {
    const pages = await open();
    const { decision } = await tellAll(pages);
    const fields = { points: "No." };
    for (const headers of [{ "sec-fetch-site": "cross-site" }, { origin: "https://evil.example" }]) {
      const { status, text } = await post(pages, `${decision}/appeal`, fields, headers);
      expect([status, plain(text).includes(en.notFromHere)]).toEqual([403, true]);
    }
    expect((await pages.house.desk.getState("decision", "d-c1")).appeals).toEqual({});
    const long = await post(pages, `${decision}/appeal`, { points: "x".repeat(10_001) });
    expect([long.status, plain(long.text).includes(en.tooLong)]).toEqual([422, true]);
    const huge = await post(pages, `${decision}/appeal`, { points: "x".repeat(500_000) });
    expect([huge.status, plain(huge.text).includes(en.tooLong)]).toEqual([413, true]);
    const statuses: number[] = [];
    for (let sent = 0; sent < 20; sent += 1) statuses.push((await post(pages, "/check", { text: "x" })).status);
    expect(statuses).toContain(429);
    const { text, headers } = await post(pages, "/check", { text: "x" });
    expect(plain(text)).toContain(en.tooMany);
    expect(Number(headers.get("retry-after"))).toBeGreaterThan(0);
    expect((await get(pages, decision)).status).toBe(200);
  });
});

describe("reporting", () => {
  it("asks for what lacks, keeps what was written, and acknowledges by the page on which it is followed", async () => {
    const pages = await open();
    expect((await get(pages, "/report")).status).toBe(200);
    const lacking = await post(pages, "/report", { ...report, name: "", email: "nowhere", inGoodFaith: "" });
    expect(lacking.status).toBe(422);
    for (const part of ["name", "email", "inGoodFaith"]) expect(lacking.text).toContain(`id="${part}-fault"`);
    expect(lacking.text).toContain("Sells tickets that do not exist.");
    expect(await pages.house.stores.reports.list({ limit: 9 })).toEqual([]);
    const sent = await post(pages, "/report", { ...report, lang: "zh-Hans" });
    expect(sent.status).toBe(303);
    const location = sent.headers.get("location") ?? "";
    expect(location).toMatch(/^\/n\/[\w-]+\?lang=zh-Hans$/);
    const page = plain((await get(pages, location)).text);
    for (const part of [zhHans.yourReport, zhHans.stages.waiting, zhHans.categories["fraud"]]) {
      expect(page).toContain(part);
    }
    const [record] = await pages.house.stores.reports.list({ limit: 9 });
    // Nothing of an address stands in the clear.
    expect(record?.object).toEqual({ kind: "url", id: expect.stringMatching(/^address\.[0-9a-f]{32}$/) });
    expect(JSON.stringify(record)).not.toMatch(/rosa|example\.org/iu);
    expect(page).not.toMatch(/rosa/iu);
  });

  it("takes what a returned report lacked, and no more of it than a report may hold", async () => {
    const pages = await open();
    const lacking = { ...report, name: "", object: { kind: "post", id: "p1" }, refs: [], inGoodFaith: true } as const;
    const answer = await pages.house.linkDesk.report(lacking);
    const link = answer.kind === "done" ? new URL(answer.value.link).pathname : expect.fail(answer.kind);
    const long = await post(pages, `${link}/complete`, { name: "Rosa", location: "x".repeat(4_001) });
    expect([long.status, plain(long.text).includes(en.tooLong)]).toEqual([422, true]);
    expect((await post(pages, `${link}/complete`, { name: "Rosa" })).status).toBe(303);
    expect(plain((await get(pages, link)).text)).toContain(en.stages.waiting);
  });

  it("takes a report of sexual abuse of a child from nobody in particular", async () => {
    const pages = await open();
    const { status, headers } = await post(pages, "/report", {
      ...report,
      category: "child_sexual_abuse",
      name: "",
      email: "",
    });
    expect(status).toBe(303);
    expect((await get(pages, headers.get("location") ?? "")).status).toBe(200);
  });

  it("shows the outcome, and takes an objection to a decision to leave alone", async () => {
    const pages = await open();
    const { house, story } = pages;
    const { headers } = await post(pages, "/report", report);
    const location = headers.get("location") ?? "";
    const [record] = await house.stores.reports.list({ limit: 1 });
    await story.investigate("c9", "a9", record?.lead ?? "");
    const none = { kind: "propose_no_action", reason: "opinion", decision: "d-9", supersedes: [] } as const;
    await story.does(people.ana, { object: "case", id: "c9", command: none });
    const page = plain((await get(pages, location)).text);
    expect(page).toContain("it is an opinion");
    expect(page).toContain(en.object);
    const [path = ""] = location.split("?");
    expect((await post(pages, `${path}/appeal`, { points: "It is a threat." })).status).toBe(303);
    expect(Object.keys((await house.desk.getState("decision", "d-9")).appeals)).toEqual([record?.account]);
    expect(
      (
        await house.desk.execute(
          { object: "decision", id: "d-9", command: { kind: "appeal", points: ["x"], evidence: [] } },
          { actor: subject("a9"), at: house.clock.at },
        )
      ).kind,
    ).toBe("refused");
  });
});

describe("what is published", () => {
  it("lists statements without personal data, beside what became of them", async () => {
    const pages = await open();
    expect(plain((await get(pages, "/statements")).text)).toContain(en.noStatements);
    await tellAll(pages);
    const list = await get(pages, "/statements");
    expect(list.text).toContain('href="/statements/d-c1?lang=en"');
    const one = plain((await get(pages, "/statements/d-c1?lang=zh-Hans")).text);
    for (const part of ["暂停账号", "诈骗", "违反服务条款", zhHans.stands]) expect(one).toContain(part);
    for (const text of [list.text, one]) expect(text).not.toMatch(/"a1"| a1 |e-c1|ana|sena/u);
    for (const path of ["/statements/d-c2", "/statements/h1", "/statements?after=x"]) {
      expect((await get(pages, path)).status, path).toBeGreaterThanOrEqual(400);
    }
  });

  it("offers nothing that the operator switched off", async () => {
    const pages = await open({ takesReports: false, statements: null, checker: null });
    for (const path of ["/report", "/statements", "/check"]) expect((await get(pages, path)).status).toBe(404);
  });
});

it("checks a text without keeping it, and shows what nobody adopted to nobody", async () => {
  const pages = await open();
  const repeats = await post(pages, "/check", { text: `转给家人：${claim}！`, lang: "zh-Hans" });
  expect(plain(repeats.text)).toContain("核查结论: 不实");
  expect(repeats.text).toContain(`href="${debunk}" rel="noreferrer"`);
  const tea = await post(pages, "/check", { text: "喝隔夜茶会致癌，里面的亚硝酸盐超标一百倍，专家提醒马上倒掉" });
  expect(plain(tea.text)).toContain(en.nothingFound);
  expect((await post(pages, "/check", { text: " " })).status).toBe(422);
  expect(pages.front.log.join("\n")).not.toContain("苯");
});

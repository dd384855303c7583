import { checkPost } from "@breakwater/contract";
import { describe, expect, it } from "vitest";
import type { Caller } from "../../http/route.ts";
import { createClaimChecker } from "../check/claim-checker.ts";
import type { CheckAnswer } from "../check/check-answer.ts";
import { createPostChecker, type ActionAppender } from "../check/check-post.ts";
import { createMatcher, type Matcher } from "../check/matcher.ts";
import { createDoorSamples } from "../samples/door-samples.ts";
import { createCaller } from "../testing/call.ts";
import { makeAdopted } from "../testing/entries.ts";
import { createCheckRoutes } from "./check-routes.ts";

const claim = "城东水厂今天下午三点爆炸，自来水里全是苯，大家这几天千万不要喝自来水";
const url = "https://desk.example/water";
const post = `转给家人：${claim}！`;
const token: Caller = { kind: "token", id: "t", name: "forum", scopes: ["check", "actions:write"] };

type Odd = { readonly ms?: number; readonly appendOne?: ActionAppender; readonly matcher?: Matcher };

function open({ ms = 0, appendOne, matcher }: Odd = {}) {
  const claims = createClaimChecker();
  const entries = [
    makeAdopted({ id: "water", claim, url, title: "水厂没有爆炸", verdict: "false" }),
    makeAdopted({
      id: "tea",
      claim: "喝隔夜茶会致癌，里面的亚硝酸盐超标一百倍，专家提醒马上倒掉",
      verdict: "misleading",
      adoptedBy: [],
    }),
    makeAdopted({
      id: "five",
      claim: "Vitamin C pills in hot lemon water cure the new influenza within five days",
      verdict: "outdated",
    }),
  ];
  for (const entry of entries) claims.applyChange(entry.id, entry);
  const appended: Readonly<Record<string, unknown>>[] = [];
  let clock = 1000;
  const samples = createDoorSamples({ windowMs: 1e6, postsMax: 100, wordingsMax: 64 });
  const now = (): number => (clock += ms);
  const checker = createPostChecker({
    matcher: matcher ?? createMatcher({ claims, now }),
    samples,
    appendOne: appendOne ?? (async (_, value) => (appended.push(value), { status: "stored" })),
    sourceOf: (caller) => (caller.kind === "token" ? caller.name : ""),
    now,
    after: (_, callBack) => {
      const timer = setImmediate(callBack);
      return () => clearImmediate(timer);
    },
  });
  const call = createCaller(createCheckRoutes({ checker }));
  const check = async (body: unknown, caller = token): Promise<CheckAnswer> =>
    (await call(checkPost, { body, caller, at: 1000 })).body as CheckAnswer;
  const insert = (id: string, account = "a", text = post) => check({ text, insert: { id, account, kind: "post" } });
  return { check, insert, samples, appended, claims };
}

describe("POST /v1/check", () => {
  it("tells what a post repeats, and what its author may be shown", async () => {
    const answer = await open().check({ text: post });
    expect(answer).toMatchObject({
      relation: "repeats",
      band: "recognised",
      entry: { id: "water", claim, verdict: "false", url, title: "水厂没有爆炸" },
      sample: null,
      exposed: [],
      late: false,
      onLate: "publish",
      isCut: false,
      insert: null,
      prompt: { language: "zh-Hans", link: url },
    });
    const [match] = answer.matches;
    expect(match?.spans.post.map(({ start, end }) => post.slice(start, end)).join("")).toContain("水厂");
    expect(answer.prompt?.text).toContain("是否发布由您决定");
    expect(JSON.stringify(answer)).not.toMatch(/block|forbid|violat/i);
  });

  it.each([
    ["in the author's language", { text: post, language: "en-GB" }, "en", "false"],
    ["in Chinese of any kind", { text: post, language: "zh-Hant-TW" }, "zh-Hans", "不属实"],
    [
      "by verdict",
      { text: "Vitamin C pills in hot lemon water cure the new influenza within five days!!" },
      "en",
      "no longer so",
    ],
  ])("words the prompt %s", async (_, body, language, words) => {
    const { prompt } = await open().check(body);
    expect(prompt).toMatchObject({ language, text: expect.stringContaining(words) as string });
  });

  it.each([
    ["a debunk", `【辟谣】网传“${claim}”不实，警方已介入，请勿传播`, "mentions"],
    ["a question", `${claim}？这是真的吗？`, "mentions"],
    ["a claim that nobody here adopted", "喝隔夜茶会致癌，里面的亚硝酸盐超标一百倍，专家提醒马上倒掉", "repeats"],
    ["something else", "今天天气真好，带孩子去公园放风筝，晚上吃火锅", "none"],
  ])("prompts nobody for %s", async (_, text, relation) => {
    const answer = await open().check({ text });
    expect(answer).toMatchObject({ relation, prompt: null });
    expect(answer.band).not.toBe("recognised");
  });

  it("says where numbers of people stand, and never which", async () => {
    const text = "😱联系我 13800138000，或 11010519491231002X";
    const answer = await open().check({ text });
    expect(answer.exposed.map(({ kind, start, end }) => [kind, text.slice(start, end)])).toEqual([
      ["phone", "13800138000"],
      ["resident_id", "11010519491231002X"],
    ]);
    expect(JSON.stringify(answer)).not.toContain("13800138000");
  });

  it("makes one sample of three copies at once, each counting those before it", async () => {
    const { insert, check, appended } = open();
    const answers = await Promise.all([insert("1"), insert("2", "b"), insert("3", "b")]);
    expect(answers.map(({ sample }) => sample)).toEqual([
      null,
      { posts: 1, accounts: 1, firstAt: 1000 },
      { posts: 2, accounts: 2, firstAt: 1000 },
    ]);
    expect(answers.map(({ insert: done }) => done)).toEqual(Array.from({ length: 3 }, () => ({ status: "stored" })));
    expect(appended[0]).toEqual({ id: "1", account: "a", at: 1000, text: post, kind: "post" });
    expect((await check({ text: post, id: "1" })).sample).toMatchObject({ posts: 2, accounts: 1 });
    expect((await check({ text: post })).sample).toMatchObject({ posts: 3 });
    expect((await insert("1")).sample).toMatchObject({ posts: 2 });
    expect((await check({ text: post })).sample).toMatchObject({ posts: 3 });
  });

  it("does not count what the log did not take", async () => {
    for (const status of ["rejected", "failed"]) {
      const { insert, samples } = open({ appendOne: async () => ({ status, reason: "why" }) });
      expect((await insert("1")).insert).toEqual({ status, reason: "why" });
      expect(samples.size).toBe(0);
    }
    const again = open({ appendOne: async () => ({ status: "duplicate" }) });
    expect((await again.insert("1")).insert).toEqual({ status: "duplicate" });
    expect(again.samples.size).toBe(1);
    const failing = open({ appendOne: () => Promise.reject(new Error("disk")) });
    await expect(failing.insert("1")).rejects.toThrow("disk");
    expect(failing.samples.size).toBe(0);
  });

  it.each([
    ["publish", {}],
    ["hold", { onLate: "hold" }],
  ])("answers that it is late, and how that is to be taken: %s", async (onLate, body) => {
    const { check, appended } = open({ ms: 50 });
    const late = await check({ text: post, deadlineMs: 40, ...body, insert: { id: "1", account: "a" } });
    expect(late).toMatchObject({
      late: true,
      onLate,
      band: "nothing",
      relation: "none",
      entry: null,
      prompt: null,
      sample: null,
    });
    // Being late costs the answer, not the post.
    expect(appended.length).toBe(1);
    expect(await check({ text: post, deadlineMs: 60_000 })).toMatchObject({ late: false, band: "recognised" });
  });

  it("does not wait past the deadline for the matching", async () => {
    const { check, appended, samples } = open({ matcher: { match: () => new Promise(() => undefined) } });
    const answer = await check({ text: post, deadlineMs: 100, insert: { id: "1", account: "a" } });
    expect(answer).toMatchObject({ late: true, band: "nothing", sample: null });
    expect([appended.length, samples.size]).toEqual([1, 0]);
  });

  it("does not match for somebody who waits no more", async () => {
    const claims = { check: () => expect.fail("It is late."), entryOf: () => undefined };
    const matcher = createMatcher({ claims, now: () => 2000 });
    expect(await matcher.match({ text: post, writtenAt: 0, language: undefined, lateAt: 2000 })).toBeNull();
  });

  it("does not wait past the deadline for the disk", async () => {
    let store: (outcome: { readonly status: string }) => void = () => {};
    const { check } = open({ appendOne: () => new Promise((resolve) => (store = resolve)) });
    const answer = await check({ text: post, deadlineMs: 100, insert: { id: "1", account: "a" } });
    expect(answer).toMatchObject({ late: false, band: "recognised", insert: { status: "pending" } });
    store({ status: "stored" });
  });

  it.each([
    ["no text", {}],
    ["an unknown field", { text: "a", block: true }],
    ["a deadline of nothing", { text: "a", deadlineMs: 0 }],
    ["a text beyond the limit", { text: "a".repeat(70_000) }],
    ["another text in the insert", { text: "a", insert: { id: "1", account: "a", text: "b" } }],
    ["an insert of nobody", { text: "a", insert: { id: "1" } }],
    ["an insert without an id", { text: "a", insert: { account: "1", id: 7 } }],
  ])("refuses %s", async (_, body) => {
    const { check, appended } = open();
    await expect(check(body)).rejects.toMatchObject({ code: "invalid_request" });
    expect(appended).toEqual([]);
  });

  it("inserts only for those who may", async () => {
    const { check } = open();
    const reader: Caller = { kind: "token", id: "r", name: "r", scopes: ["check"] };
    await expect(check({ text: "a", insert: { id: "1", account: "a" } }, reader)).rejects.toMatchObject({
      code: "not_allowed",
    });
    expect((await check({ text: "" }, reader)).band).toBe("nothing");
  });

  it("looks at the beginning of a long text, and says so", async () => {
    const { check } = open();
    expect(await check({ text: `${post}${"。无关".repeat(20_000)}`.slice(0, 65_536) })).toMatchObject({ isCut: true });
  });
});

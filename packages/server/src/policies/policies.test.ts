import { getMachine, starterRules } from "@breakwater/casework";
import { ruleContent } from "@breakwater/casework/testing";
import { beforeEach, describe, expect, it } from "vitest";
import { callRoute, fail, type Asked } from "../casework/testing/call-route.ts";
import { openHouse, person, type House } from "../casework/testing/open-house.ts";
import type { BoundRoute, Caller } from "../http/route.ts";
import { showRules } from "./page/show-rules.ts";
import { createPolicyBook, type PolicyBook } from "./policy-book.ts";
import { createPolicyRoutes } from "./policy-routes.ts";
import { createRuleTexts } from "./rule-texts.ts";
import type { PublicRule } from "./public-rule.ts";
import { createSqliteTransactor } from "../state/sqlite-transactor.ts";

const dayMs = 86_400_000;
const eda = person("eda", "editor");
const leo = person("leo", "legal");
const nobody: Caller = { kind: "anonymous", scopes: [] } as unknown as Caller;
const transition = { en: "At once: there was no rule before.", "zh-Hans": "此前没有规则，即时生效。" };

let house: House;
let book: PolicyBook;
let routes: readonly BoundRoute[];
const call = (id: string, caller: Caller, asked?: Asked) =>
  callRoute(routes, id, { caller, at: house.clock.at, asked });
type Body = Readonly<Record<string, never>> & { readonly items: readonly { readonly id: string }[] };
const bodyOf = async (id: string, caller: Caller, asked?: Asked) => (await call(id, caller, asked)).body as Body;
const seen = (version: number): Readonly<Record<string, string>> => ({ "if-match": `"${version}"` });

/** Brings a draft of `eda`'s into force. */
async function bringIntoForce(id: string): Promise<void> {
  await call("commandPolicyRecord", leo, {
    params: { id },
    headers: seen(1),
    body: { kind: "review", agrees: true, reason: "It is about what accounts do." },
  });
  await call("commandPolicyRecord", leo, { params: { id }, headers: seen(2), body: { kind: "publish", transition } });
  await house.tick(house.clock.at);
}

beforeEach(() => {
  house = openHouse();
  book = createPolicyBook({
    transactor: createSqliteTransactor(house.db),
    desk: house.desk,
    store: house.stores.casework,
    newId: () => "n1",
  });
  routes = createPolicyRoutes({ book });
});

describe("policies over HTTP", () => {
  it("CW-190 go from a draft to a rule in force that everybody reads, by two people", async () => {
    const draft = { rule: { id: "IA-1", version: "1" }, content: ruleContent };
    const made = await bodyOf("draftPolicy", eda, { body: draft });
    expect(made).toMatchObject({ id: "IA-1:1", status: "draft", findings: [], author: "eda" });
    expect(made.commands).toMatchObject({ review: { enabled: false, code: "own_proposal" } });
    expect((await bodyOf("listPolicies", nobody)).items).toEqual([]);
    expect((await fail(call("getPolicy", nobody, { params: { id: "IA-1:1" } }))).code).toBe("not_found");
    await house.hear();
    await bringIntoForce("IA-1:1");
    expect(await house.hear()).toEqual(["rule.changed", "rule.changed"]);
    const [rule] = (await bodyOf("listPolicies", nobody)).items;
    expect(rule).toMatchObject({ id: "IA-1:1", status: "in_force", transition, overrides: [] });
    expect(JSON.stringify(rule)).not.toMatch(/eda|leo/);
    const findTexts = createRuleTexts(house.stores.casework);
    expect(await findTexts("IA-1", "1")).toEqual(ruleContent.text);
    expect(await findTexts("IA-1", "2")).toBeNull();
  });

  it("CW-191 keep what was published readable when it is withdrawn", async () => {
    await call("draftPolicy", eda, { body: { rule: { id: "IA-1", version: "1" }, content: ruleContent } });
    await bringIntoForce("IA-1:1");
    const id = "IA-1:1";
    const change = { kind: "revise", content: ruleContent };
    const refusal = await fail(call("commandPolicyRecord", eda, { params: { id }, headers: seen(4), body: change }));
    expect(refusal.refusal?.code).toBe("rule_published");
    await call("commandPolicyRecord", leo, {
      params: { id },
      headers: seen(4),
      body: { kind: "withdraw", reason: "Two said the same." },
    });
    expect((await bodyOf("listPolicies", nobody)).items).toEqual([]);
    expect((await bodyOf("listPolicies", nobody, { query: { ended: "true" } })).items).toHaveLength(1);
    expect(await bodyOf("getPolicy", nobody, { params: { id } })).toMatchObject({
      status: "withdrawn",
      reason: "Two said the same.",
    });
  });

  it("CW-202 say what the linter finds, in the reader's language", async () => {
    const text = { ...ruleContent.text, en: "Accounts do not post about pоlitiсs." };
    const body = { content: { ...ruleContent, text } };
    const found = await bodyOf("lintPolicy", eda, { body, headers: { "accept-language": "zh-CN" } });
    expect(found).toMatchObject({ isPublishable: false });
    expect(found.findings).toContainEqual(
      expect.objectContaining({
        code: "topic",
        hardness: "refuse",
        where: "text.en",
        next: expect.stringContaining("请写行为"),
      }),
    );
  });

  it("CW-207 publish overrides with their reasons, and without their people", async () => {
    const text = { ...ruleContent.text, en: "Accounts do not post in step about the election." };
    const rule = { id: "IA-9", version: "1" };
    await call("draftPolicy", eda, { body: { rule, content: { ...ruleContent, text } } });
    const id = "IA-9:1";
    await call("commandPolicyRecord", leo, {
      params: { id },
      headers: seen(1),
      body: { kind: "review", agrees: true, reason: "A court said so." },
    });
    const publish = { params: { id }, headers: seen(2), body: { kind: "publish", transition } };
    expect((await fail(call("commandPolicyRecord", leo, publish))).refusal?.code).toBe("rule_refused_by_linter");
    const ask = {
      of: "linter",
      subject: id,
      codes: ["topic"],
      reason: "The order names it.",
      until: house.clock.at + 30 * dayMs,
    };
    const asked = await bodyOf("askPolicyOverride", leo, { body: ask });
    const grant = {
      params: { id: String(asked.id) },
      headers: seen(1),
      body: { kind: "grant", reason: "I read the order." },
    };
    expect((await fail(call("commandPolicyOverride", leo, grant))).refusal?.code).toBe("own_proposal");
    const record = { params: { id: String(asked.id) } };
    expect(await bodyOf("getPolicyOverride", leo, record)).toMatchObject({
      askedBy: "leo",
      grantedBy: null,
      commands: { grant: { enabled: false, code: "own_proposal" }, refuse: { enabled: true }, end: { enabled: false } },
    });
    expect((await fail(call("getPolicyOverride", leo, { params: { id: "override-0" } }))).code).toBe("not_found");
    await call("commandPolicyOverride", person("sena", "senior"), grant);
    expect(await bodyOf("getPolicyOverride", leo, record)).toMatchObject({
      grantedBy: "sena",
      commands: { end: { enabled: true } },
    });
    await call("commandPolicyRecord", leo, publish);
    const shown = await bodyOf("getPolicy", nobody, { params: { id } });
    expect(shown.overrides).toEqual([
      { codes: ["topic"], reason: ask.reason, answer: "I read the order.", until: ask.until },
    ]);
    const list = await bodyOf("listPolicyOverrides", nobody);
    expect(list.items).toMatchObject([{ status: "granted", subject: id }]);
    expect(JSON.stringify([shown, list])).not.toMatch(/leo|sena/);
    await house.tick(ask.until);
    expect(await bodyOf("getPolicy", nobody, { params: { id } })).toMatchObject({ status: "withdrawn" });
  });

  it("CW-207 list every override, however many were asked for before", async () => {
    const content = {
      of: "linter",
      subject: "IA-9:1",
      codes: ["topic"],
      reason: "The order names it.",
      until: 1,
    } as const;
    const state = { ...getMachine("override").initial, status: "asked", version: 1, content } as const;
    for (let created = 1; created <= 2_001; created += 1) {
      const stored = { object: "override", id: `o${created}`, state, created, createdAt: 1, dueAt: null } as const;
      await house.stores.casework.writeState(stored);
    }
    const { items } = await bodyOf("listPolicyOverrides", nobody);
    expect(items).toHaveLength(2_001);
    expect(items[0]?.id).toBe("o2001");
  });

  it("CW-201 take the rules that ship as drafts, once, and show them on a page of at most 30 KB in each language", async () => {
    expect(await bodyOf("takeStarterPolicies", eda)).toMatchObject({
      drafted: starterRules.map(({ id }) => `${id}:1`),
    });
    expect(await bodyOf("takeStarterPolicies", eda)).toEqual({ drafted: [] });
    for (const { id } of starterRules) await bringIntoForce(`${id}:1`);
    const rules = await book.listPublic({ ended: false });
    expect(rules).toHaveLength(starterRules.length);
    for (const language of ["en", "zh-Hans"] as const) {
      const page = showRules(rules, language);
      expect(Buffer.byteLength(page)).toBeLessThanOrEqual(30 * 1024);
      for (const { content } of starterRules) expect(page).toContain(content.title[language].replace("'", "&#39;"));
    }
    const odd = {
      ...(rules[0] as PublicRule),
      content: { ...ruleContent, title: { en: "<script>", "zh-Hans": "<b>" } },
    };
    expect(showRules([odd], "en")).not.toContain("<script>");
    expect(showRules([], "zh-Hans")).toContain("没有生效的规则");
  });
});

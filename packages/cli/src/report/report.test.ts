import { describe, expect, it } from "vitest";
import type { Group } from "@breakwater/engine";
import { makeAnalysis } from "../testing/analysis-fixture.ts";
import { findImbalance } from "../testing/balance.ts";
import { caps } from "./caps.ts";
import { toReportHtml } from "./report.ts";

const page = toReportHtml(makeAnalysis(), "en");

describe("toReportHtml()", () => {
  it("is well formed", () => {
    expect(findImbalance(page.replace("<!doctype html>", ""))).toBeNull();
  });

  it("escapes what came from outside", () => {
    expect(page).not.toContain('<script>alert("x")');
    expect(page).not.toContain("<posts>");
    expect(page).not.toContain("<b>it</b>");
  });

  it("loads nothing and sets no inline style, which its policy would refuse", () => {
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1] ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain("unsafe");
    expect(page).not.toMatch(/\s(?:src|srcset|style|on\w+)=|@import|url\(|<link|<iframe/);
    expect([...page.matchAll(/href="([^"]*)"/g)].filter(([, target]) => !target?.startsWith("#"))).toEqual([]);
  });

  it("never calls anybody a bot or guilty", () => {
    expect(page).not.toMatch(/\bbots?\b|guilty|机器人|有罪/i);
  });

  it("says everything in both languages", () => {
    const counts = ["en", "zh-Hans"].map((lang) => page.split(`<span lang="${lang}">`).length);
    // The brand's Chinese name stands by itself.
    expect(counts[1]).toBe((counts[0] ?? 0) + 1);
  });

  it("gives equal bytes for equal analyses", () => {
    expect(toReportHtml(makeAnalysis(), "en")).toBe(page);
  });

  it("labels every picture, captions every table and skips no level of heading", () => {
    for (const [svg] of page.matchAll(/<svg[^>]*>/g)) expect(svg).toMatch(/aria-labelledby|aria-hidden|preserveAspect/);
    expect(page.split("<table").length).toBe(page.split("<caption").length);
    const levels = [...page.matchAll(/<h(\d)/g)].map(([, level]) => Number(level));
    levels.forEach((level, index) => expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1));
    const targets = [...page.matchAll(/href="#([^"]*)"/g)].map(([, id]) => id);
    for (const id of targets) expect(page).toContain(`id="${id}"`);
  });

  it("stays small with hundreds of groups, and counts what it leaves out", () => {
    const [first] = makeAnalysis().findings.groups;
    if (first === undefined) throw new Error("the fixture has groups");
    const accounts = Array.from({ length: 3000 }, (_, index) => ({ ...first.accounts[2], account: `a${index}` }));
    const groups = Array.from({ length: 400 }, (_, index) => ({ ...first, id: `g${index + 1}`, accounts }) as Group);
    const big = toReportHtml(makeAnalysis({ groups }), "en");
    expect(big.length).toBeLessThan(9_000_000);
    expect(big).toContain(`and ${400 - caps.groupsListed} more groups`);
    expect(big).toContain(`and ${(3000 - caps.accountsPerGroup).toLocaleString("en-US")} more accounts`);
  });

  it("says so when there is too little to see anything", () => {
    const insufficient = [{ what: "input" as const, reason: "too_few_accounts", have: 2, need: 10 }];
    const empty = toReportHtml(makeAnalysis({ groups: [], bursts: [], candidatesTested: 0, insufficient }), "zh");
    expect(empty).toContain("Too little data");
    expect(empty).toContain("数据太少");
    expect(findImbalance(empty.replace("<!doctype html>", ""))).toBeNull();
  });
});

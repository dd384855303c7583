import { previewProposal } from "@breakwater/contract";
import { starterRules } from "@breakwater/casework";
import { describe, expect, it } from "vitest";
import type { Finding } from "../parts/Findings.tsx";
import type { Rule } from "../rules.ts";
import {
  beginDraft,
  beginMeasure,
  listDurations,
  listMeasures,
  listMissing,
  needsHearing,
  toProposalBody,
  type ProposalDraft,
} from "./proposal-draft.ts";

const [starter] = starterRules;
if (starter === undefined) throw new Error("No rule ships.");
const rule: Rule = {
  id: `${starter.id}:1`,
  rule: { id: starter.id, version: "1" },
  status: "in_force",
  content: starter.content as Rule["content"],
  publishedAt: 0,
  effectiveFrom: 0,
  effectiveUntil: null,
  transition: null,
  endedAt: null,
  reason: null,
  overrides: [],
};
const toFinding = (account: string, more: Partial<Finding> = {}): Finding => ({
  account,
  role: "operator",
  evidence: ["e1"],
  ownEvidence: 1,
  allegation: `What ${account} did.`,
  grade: "serious",
  severity: {},
  hearing: null,
  strikes: [{ measure: `strike-${account}`, decision: "d", level: 1, at: 0, until: 9 }],
  levelMax: 8,
  ...more,
});
const draft: ProposalDraft = {
  accounts: ["a1", "a2"],
  rule: rule.id,
  measures: [beginMeasure("suspend")],
  language: "en",
  explanation: " One hand. ",
  facts: { a2: "In its own words." },
  items: {},
  contentTypes: ["CONTENT_TYPE_TEXT"],
  contentDay: "2026-03-02",
  alternatives: "A choir.",
  proportionality: "A label would not do.",
  whyNotMoneyFirst: " ",
  strikes: ["strike-a1"],
  hearingSkipped: null,
  emergency: false,
};
const sources = { rule, findings: [toFinding("a1"), toFinding("a2")], open: { a2: "d-earlier" } };

describe("toProposalBody()", () => {
  it("makes an item for each account, with its own facts, strikes and what it replaces", () => {
    const body = previewProposal.body.parse(toProposalBody(draft, sources));
    expect(
      body.items.map(({ draft: { facts }, strikesReliedOn, supersedes }) => [facts, strikesReliedOn, supersedes]),
    ).toEqual([
      ["What a1 did.", ["strike-a1"], null],
      ["In its own words.", [], "d-earlier"],
    ]);
    expect(body.items[0]).toMatchObject({
      rule: { id: starter.id, version: "1" },
      measures: [{ type: "suspend", target: { kind: "account", id: "a1" }, durationMs: 30 * 86_400_000 }],
      draft: { explanation: "One hand.", category: starter.content.category, contentDate: Date.UTC(2026, 2, 2) },
      whyNotMoneyFirst: null,
    });
  });

  it("lays a measure on the item of each account", () => {
    const label = { ...draft, measures: [beginMeasure("label")], items: { a1: " post-1 ", a2: "post-2" } };
    const { items } = toProposalBody(label, sources);
    expect(items.map(({ measures }) => measures[0]?.target)).toEqual([
      { kind: "item", id: "post-1" },
      { kind: "item", id: "post-2" },
    ]);
  });
});

it("begins with every account that has evidence of its own, and asks for the rest", () => {
  const begun = beginDraft([toFinding("a1"), toFinding("a2", { ownEvidence: 0 })], "en");
  expect(begun.accounts).toEqual(["a1"]);
  expect(listMissing(begun, undefined)).toEqual([
    "rule",
    "measures",
    "explanation",
    "contentDay",
    "alternatives",
    "proportionality",
  ]);
});

describe("listMissing()", () => {
  it("is empty for what can be judged", () => {
    expect(listMissing(draft, rule)).toEqual([]);
  });

  it.each<[string, Partial<ProposalDraft>]>([
    ["accounts", { accounts: [] }],
    ["accounts", { accounts: Array.from({ length: 201 }, (_, i) => `a${i}`) }],
    ["measures", { measures: [] }],
    ["measures", { measures: [beginMeasure("correct_counts")], items: { a1: "p", a2: "p" } }],
    ["items", { measures: [beginMeasure("label")], items: { a1: "p" } }],
    ["contentDay", { contentDay: "" }],
    ["hearingSkipped", { hearingSkipped: " " }],
  ])("names %s", (name, lack) => {
    expect(listMissing({ ...draft, ...lack }, rule)).toEqual([name]);
  });

  it("names the rule where none is chosen", () => {
    expect(listMissing(draft, undefined)).toEqual(["rule"]);
  });
});

describe("listMeasures()", () => {
  it("says what bars each: what is held, before the rule", () => {
    const of = (finding: Finding) =>
      Object.fromEntries(listMeasures([finding], rule).map(({ type, bar }) => [type, bar]));
    const serious = of(toFinding("a1"));
    expect(serious["terminate"]).toBe("finding");
    expect(serious["suspend"]).toBeNull();
    expect(of(toFinding("a1", { grade: "minor", levelMax: 1 }))["mute"]).toBe("finding");
    expect(listMeasures([toFinding("a1")], undefined).every(({ bar }) => bar !== null)).toBe(true);
  });
});

it("offers durations that the ladder allows, the shortest first", () => {
  const days = (type: Parameters<typeof listDurations>[0]) =>
    listDurations(type).map((ms) => (ms === null ? null : ms / 86_400_000));
  expect(days("suspend")).toEqual([30, 90]);
  expect(days("nudge")).toEqual([0]);
  expect(days("correct_counts")).toEqual([1, 3, 7, 14, 30]);
  expect(days("label").at(-1)).toBeNull();
  expect(needsHearing([beginMeasure("label")])).toBe(false);
  expect(needsHearing([beginMeasure("mute")])).toBe(true);
});

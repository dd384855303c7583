import { describe, expect, it } from "vitest";
import { makeAnalysis } from "../testing/analysis-fixture.ts";
import { findImbalance } from "../testing/balance.ts";
import { toAccountsCsv } from "./accounts-csv.ts";
import { toAlertsCsv } from "./alerts-csv.ts";
import { toEdgesCsv } from "./edges-csv.ts";
import { toGraphGexf } from "./graph-gexf.ts";
import { groupsSchema, toGroupsJson } from "./groups-json.ts";
import { toRunJson } from "./run-json.ts";
import { toXml } from "./xml.ts";

const analysis = makeAnalysis();
const { findings } = analysis;

describe("toAccountsCsv()", () => {
  it("has one row for each account of each group", () => {
    const lines = toAccountsCsv(findings).trimEnd().split("\n");
    expect(lines[0]).toBe("account,group,kind,role,score,q,actions,families");
    expect(lines).toHaveLength(1 + 16 + 7);
    expect(lines[1]).toBe("'=cmd|' /C calc'!A0,g1,campaign,operator,20,0.001,40,co_timing samples");
  });

  it("has one row for each account of the input when the run was an evaluation", () => {
    const scores = [
      { account: "tide_1", score: 5, actions: 9 },
      { account: "alone", score: 0, actions: 3 },
    ];
    const lines = toAccountsCsv({ ...findings, scores })
      .trimEnd()
      .split("\n");
    expect(lines.slice(1)).toEqual(["tide_1,g1,campaign,amplifier,5,0.001,42,co_timing samples", "alone,,,,0,,3,"]);
  });
});

it("toAlertsCsv() has one row for each action of a burst", () => {
  expect([...toAlertsCsv(findings.bursts)].join("")).toBe(
    'time,object,action,signal\n2026-05-03T09:00:00.000Z,"\'=HYPERLINK(""x"")",a1,burst:sample\n' +
      '2026-05-03T09:00:00.000Z,"\'=HYPERLINK(""x"")",\'@a2,burst:sample\n',
  );
});

it("toEdgesCsv() has one row for each edge", () => {
  const edges = findings.groups.reduce((sum, group) => sum + group.edges.length, 0);
  expect(toEdgesCsv(findings.groups).trimEnd().split("\n")).toHaveLength(1 + edges);
});

describe("toGraphGexf()", () => {
  const gexf = toGraphGexf(findings.groups);

  it("is well formed, and every edge joins nodes that are there", () => {
    expect(findImbalance(gexf.replace(/^<\?xml.*\?>/, ""))).toBeNull();
    const ids = new Set([...gexf.matchAll(/<node id="([^"]*)"/g)].map(([, id]) => id));
    const ends = [...gexf.matchAll(/(?:source|target)="([^"]*)"/g)].map(([, id]) => id);
    expect(ends.length).toBeGreaterThan(0);
    expect(ends.filter((id) => !ids.has(id))).toEqual([]);
  });

  it("is a graph without anything when nothing was found", () => {
    expect(findImbalance(toGraphGexf([]).replace(/^<\?xml.*\?>/, ""))).toBeNull();
  });
});

it.each([
  ["a<b>&\"'", "a&#60;b&#62;&#38;&#34;&#39;"],
  ["\u0000\u001B\uD800\uFFFF", "\uFFFD\uFFFD\uFFFD\uFFFD"],
  ["海\u{1F30A}", "海\u{1F30A}"],
  ["a\tb", "a&#9;b"],
])("toXml(%j) is %j", (text, escaped) => {
  expect(toXml(text)).toBe(escaped);
});

it("toGroupsJson() follows its schema", () => {
  const document: unknown = JSON.parse(toGroupsJson(analysis));
  expect(document).toMatchObject({
    schema: groupsSchema,
    selection: "not stated",
    groups: [
      { id: "g1", kind: "campaign", from: "2026-05-03T08:00:00.000Z" },
      { id: "g2", kind: "coordinated" },
    ],
  });
});

it("toRunJson() writes an infinite window in words, for JSON has no infinity", () => {
  expect(JSON.parse(toRunJson(analysis))).toMatchObject({
    options: { windowMs: "whole file" },
    counts: { campaigns: 1, coordinated: 1 },
    seconds: { read: 1.25 },
  });
});

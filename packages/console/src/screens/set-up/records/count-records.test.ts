import { expect, it } from "vitest";
import { countRecords } from "./count-records.ts";

const header = JSON.stringify({ line: "header", account: "a", at: 1, holders: ["actions"] });
const record = JSON.stringify({ line: "record", holder: "actions", kind: "post", at: 1, data: {} });
const summary = JSON.stringify({ line: "summary", records: { actions: 2 }, erasureRequestedAt: null });

it.each([
  [[header, record, record, summary], 2],
  [[header, summary], 0],
  [[header, record, record], null],
  [[header, record, summary.slice(0, 20)], null],
  [[], null],
])("countRecords(%j)", (lines, expected) => {
  expect(countRecords(lines.map((line) => `${line}\n`).join(""))).toBe(expected);
});

import { expect, it } from "vitest";
import { caseSearch, toCaseQuery, type CaseSearch } from "./case-search.ts";

const now = 1_000 * 60_000 + 7;
const open = "case_open,investigating,waiting_partner,hearing,proposed";
const rows: readonly (readonly [CaseSearch, object])[] = [
  [{}, { sort: "urgent", status: open }],
  [{ show: "all", sort: "newest" }, { sort: "newest" }],
  [{ show: "hearing" }, { sort: "urgent", status: "hearing" }],
  [{ clock: "overdue" }, { sort: "urgent", status: open, dueBefore: 60_000_000 }],
  [{ clock: "day" }, { sort: "urgent", status: open, dueBefore: 146_400_000 }],
  [
    { show: "all", who: "me", type: "doxxing", priority: "P1" },
    { sort: "urgent", assignee: "me", caseType: "doxxing", priority: "P1" },
  ],
];

it.each(rows)("%j asks for %j", (search, query) => {
  expect(toCaseQuery(search, now)).toEqual(query);
});

it("takes what an address says wrongly for not said", () => {
  expect(caseSearch.parse({ show: "nonsense", clock: 3, sort: "rank" })).toEqual({});
});

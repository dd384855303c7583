import { expect, it } from "vitest";
import { addMonths, toDateText } from "./time.ts";

const cases: readonly (readonly [string, number, string])[] = [
  ["2026-01-31", 1, "2026-02-28"],
  ["2027-08-31", 6, "2028-02-29"], // a leap year
  ["2026-12-15", 6, "2027-06-15"],
  ["2026-03-30", -1, "2026-02-28"],
  ["2026-05-05", 0, "2026-05-05"],
];

it("CW-11 months are those of the calendar, and end with the month", () => {
  for (const [from, months, to] of cases) {
    expect(toDateText(addMonths(Date.parse(`${from}T10:11:12Z`), months))).toBe(to);
  }
  expect(addMonths(Date.parse("2026-01-31T10:11:12.345Z"), 1)).toBe(Date.parse("2026-02-28T10:11:12.345Z"));
});

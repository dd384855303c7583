import { expect, it } from "vitest";
import { toEarliestMoment, toIsoDate, toLatestMoment } from "./iso-date.ts";

it.each([
  ["2020", "2020"],
  ["2020-02", "2020-02"],
  ["2020-02-29", "2020-02-29"],
  ["2019-02-29", undefined],
  ["2021-01-22 15:14:49", "2021-01-22T15:14:49"],
  ["2021-01-22T15:14:49.000Z", "2021-01-22T15:14:49.000Z"],
  ["2021-01-22T15:14+08:00", "2021-01-22T15:14+08:00"],
  ["2021-01-22T24:00", undefined],
  ["2021-01-22T23:00+29:00", undefined],
  ["25 February 2020", "2020-02-25"],
  ["Tuesday, 25 Feb. 2020", "2020-02-25"],
  ["Sept 5, 2019", "2019-09-05"],
  ["5th May 2019", "2019-05-05"],
  ["31 June 2019", undefined],
  ["5 Brumaire 2019", undefined],
  ["2020年2月5日", "2020-02-05"],
  ["2020/2/5", "2020-02-05"],
  ["3/4/2020", undefined],
  ["0020-02-05", undefined],
  ["soon", undefined],
  ["2".repeat(100), undefined],
])("toIsoDate(%j) is %j, and stays so", (text, iso) => {
  expect(toIsoDate(text)).toBe(iso);
  if (iso !== undefined) expect(toIsoDate(iso)).toBe(iso);
});

it.each([
  ["2020", "2020-01-01T00:00:00.000Z", "2020-12-31T23:59:59.999Z"],
  ["2020-02", "2020-02-01T00:00:00.000Z", "2020-02-29T23:59:59.999Z"],
  ["2020-02-29", "2020-02-29T00:00:00.000Z", "2020-02-29T23:59:59.999Z"],
  ["2020-02-29T08:00", "2020-02-29T08:00:00.000Z", "2020-02-29T08:00:00.000Z"],
  ["2020-02-29T08:00:00+08:00", "2020-02-29T00:00:00.000Z", "2020-02-29T00:00:00.000Z"],
])("%s lasts from %s to %s", (iso, from, to) => {
  expect(new Date(toEarliestMoment(iso)).toISOString()).toBe(from);
  expect(new Date(toLatestMoment(iso)).toISOString()).toBe(to);
});

it("what is no date has no moments", () => {
  expect([toEarliestMoment("x"), toLatestMoment("x")]).toEqual([Number.NaN, Number.NaN]);
});

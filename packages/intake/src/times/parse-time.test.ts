import { describe, expect, it } from "vitest";
import { findDateOrder, parseTime, type TimeValue } from "./parse-time.ts";
import { parseZone } from "./zone.ts";

const moment = Date.UTC(2013, 5, 21, 13, 3, 36);
const minute = Date.UTC(2013, 5, 21, 13, 3);
const day = Date.UTC(2013, 5, 21);

describe("parseTime()", () => {
  it.each<[TimeValue, number]>([
    [1371819816, moment],
    ["1371819816", moment],
    [1371819816.25, moment + 250],
    ["1371819816000", moment],
    ["1371819816000000", moment],
    ["1371819816000000000", moment],
    ["20130621", day],
    ["20130621130336", moment],
    ["2013-06-21 13:03:36", moment],
    ["2013-06-21T13:03:36Z", moment],
    ["2013-06-21T13:03:36.250Z", moment + 250],
    ["2013-06-21T13:03:36.250123456", moment + 250],
    ["2013-06-21T21:03:36+08:00", moment],
    ["2013-06-21 09:03:36 -0400", moment],
    ["2013-06-21 06:03:36 PDT", moment],
    ["2013-06-21 13:03", minute],
    ["2013-06-21", day],
    ["2013/6/21 13:03", minute],
    ["2013.06.21 13:03:36", moment],
    ["2013年6月21日 13:03", minute],
    ["2013年06月21日13时03分36秒", moment],
    ["Fri Jun 21 13:03:36 +0000 2013", moment],
    ["Fri, 21 Jun 2013 15:03:36 +0200", moment],
    ["21 Jun 2013 13:03:36 GMT", moment],
    ["June 21, 2013 1:03 PM", minute],
    ["Jun 21, 2013 at 12:00 AM", day],
    ["21.06.2013 13:03", minute],
    [" 2013-06-21 13:03:36 ", moment],
    ["2012-02-29", Date.UTC(2012, 1, 29)],
    [-5, -5000],
    ["0000-01-01 00:00:00", -62_167_219_200_000],
  ])("reads %s", (value, at) => {
    expect(parseTime(value)).toBe(at);
  });

  it.each([
    "",
    "soon",
    "07月23日 11:47", // no year
    "2013-02-29",
    "2013-13-01",
    "2013-06-21 25:00:00",
    "2013-06-21 13:61:00",
    "2013-06-21 13:03:36 CST", // Chicago or Shanghai
    "3/4/2013", // neither order was said
    "Foo 21, 2013",
    "13:03:36",
    "1".repeat(400),
  ])("refuses %j", (value) => {
    expect(parseTime(value)).toBeNaN();
  });

  it("reads a time without a zone in the zone given, across a change of clocks", () => {
    expect(parseTime("2013-06-21 21:03:36", { zone: parseZone("+08:00") })).toBe(moment);
    expect(parseTime("2013-06-21 21:03:36", { zone: parseZone("Asia/Shanghai") })).toBe(moment);
    const berlin = parseZone("Europe/Berlin");
    expect(parseTime("2021-03-28 01:30", { zone: berlin })).toBe(Date.UTC(2021, 2, 28, 0, 30));
    expect(parseTime("2021-03-28 03:30", { zone: berlin })).toBe(Date.UTC(2021, 2, 28, 1, 30));
    expect(parseTime("2021-03-28T01:30Z", { zone: berlin })).toBe(Date.UTC(2021, 2, 28, 1, 30));
  });

  it("reads the year last as it is told to", () => {
    expect(parseTime("3/4/2013 5:06 pm", { dateOrder: "day_first" })).toBe(Date.UTC(2013, 3, 3, 17, 6));
    expect(parseTime("3/4/2013", { dateOrder: "month_first" })).toBe(Date.UTC(2013, 2, 4));
  });
});

describe("findDateOrder()", () => {
  it.each([
    ["13/4/2021", "day_first"],
    ["4-13-2021 10:00", "month_first"],
    ["3/4/2021", "open"],
    ["2021-04-03", null],
    [1_371_819_816, null],
  ])("%s says %s", (value, order) => {
    expect(findDateOrder(value)).toBe(order);
  });
});

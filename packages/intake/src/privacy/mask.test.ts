import { describe, expect, it } from "vitest";
import { findIdentifiers, maskIdentifiers } from "./mask.ts";

describe("maskIdentifiers()", () => {
  it.each([
    ["我的手机13800138000，快来", "我的手机[masked:phone]，快来"],
    ["tel 138-0013-8000 or 139 0013 9000", "tel [masked:phone] or [masked:phone]"],
    ["+86 13800138000", "[masked:phone]"],
    ["008613800138000", "[masked:phone]"],
    ["座机010-62345678转", "座机[masked:phone]转"],
    ["(0571) 88886666", "[masked:phone]"],
    ["call +44 20 7946 0958 now", "call [masked:phone] now"],
    ["call (212) 555-0123 now", "call [masked:phone] now"],
    ["身份证11010519491231002X本人", "身份证[masked:resident_id]本人"],
    ["110105 19491231 002x", "[masked:resident_id]"],
    ["旧证 110105491231002", "旧证 [masked:resident_id]"],
    ["卡号 6222 0212 3456 7894 谢谢", "卡号 [masked:bank_card] 谢谢"],
    ["4539148803436467", "[masked:bank_card]"],
    ["3782 822463 10005", "[masked:bank_card]"],
    ["13800138000 2013-06-21", "[masked:phone] 2013-06-21"],
  ])("%s", (text, masked) => {
    expect(maskIdentifiers(text).text).toBe(masked);
  });

  it.each([
    "2013-06-21 13:03:36",
    "20130621130336",
    "1371819816000", // a time in ms
    "1,234,567 people, 12345678 views",
    "https://x.com/a/status/1526642583807606786",
    "https://shop.example/item?id=13800138000&p=6222021234567894",
    "1526642583807606786", // a post's id: no issuer's prefix
    "3.14159265358979323846",
    "11010519491231002Y",
    "110105194912310021", // wrong checksum
    "4539148803436468", // not Luhn
    "2333333333333333", // laughter, and Luhn by chance
    "user13800138000x",
    "@13800138000",
    "2021-2022 3000-4000 5000-6000",
    "version 1.22.333.4444",
    "no digits",
    "9".repeat(100_000),
  ])("leaves %.40s, and the very string", (text) => {
    const { text: masked, marks } = maskIdentifiers(text);
    expect(masked).toBe(text);
    expect(marks).toEqual([]);
  });

  it("says what stood where", () => {
    const { text, marks } = maskIdentifiers("a 13800138000 b 4539148803436467");
    expect(marks.map(({ kind, start }) => [kind, text.slice(start, start + 8)])).toEqual([
      ["phone", "[masked:"],
      ["bank_card", "[masked:"],
    ]);
  });

  it("is told by `findIdentifiers()` in the places of the text as it was", () => {
    const text = "😱 13800138000，卡 4539148803436467!";
    const found = findIdentifiers(text).map(({ kind, start, end }) => [kind, text.slice(start, end)]);
    expect(found).toEqual([
      ["phone", "13800138000"],
      ["bank_card", "4539148803436467"],
    ]);
  });

  it("takes hostile runs in linear time", () => {
    const started = performance.now();
    for (const unit of ["1380013800", "+1(", "0571 ", "(010) ", "4111 1111 ", "110105 "]) {
      maskIdentifiers(unit.repeat(100_000 / unit.length));
    }
    expect(performance.now() - started).toBeLessThan(1000);
  });
});

import { expect, it } from "vitest";
import { isOpaqueId } from "./ids.ts";
import { refusalCodes, getRefusalWords, refusalLanguages } from "./refusals.ts";
import { defaultSettings, listSettingFaults, settingBounds } from "./settings.ts";

it("CW-4 every refusal says why and what to do, in both languages, each in a sentence", () => {
  for (const code of refusalCodes) {
    for (const language of refusalLanguages) {
      const { why, next } = getRefusalWords(code, language);
      expect(why).toMatch(/[.。]$/);
      expect(next).toMatch(/[.。]$/);
    }
    expect(getRefusalWords(code, "zh-Hans").why).toMatch(/\p{Script=Han}/u);
  }
});

it("CW-12 the defaults lie within their bounds, and each bound is held", () => {
  expect(listSettingFaults(defaultSettings)).toEqual([]);
  for (const [name, [least, greatest]] of Object.entries(settingBounds)) {
    expect(listSettingFaults({ ...defaultSettings, [name]: least - 1 })).toContain(name);
    expect(listSettingFaults({ ...defaultSettings, [name]: greatest + 1 })).toContain(name);
  }
  expect(listSettingFaults({ ...defaultSettings, registerMonths: 13 })).toEqual(["registerMonths"]);
});

it("CW-6 ids are opaque: no network address, no mail address, no free text", () => {
  for (const id of ["a1", "1099511627776", "did:plc:ewvi7nxzyoun6zhxrhs64oiz", "post-17", "v1.2.3", "room:7"]) {
    expect([id, isOpaqueId(id)]).toEqual([id, true]);
  }
  const network = ["203.0.113.9", "203.0.113.9:443", "2001:db8::1", "::1", "fe80::1"];
  for (const id of [...network, "a@b.org", "two words", "", "李雷", "x".repeat(201)]) {
    expect([id, isOpaqueId(id)]).toEqual([id, false]);
  }
});

import { expect, it } from "vitest";
import { createFormat } from "../../words/format.ts";
import type { Language } from "../../words/languages.ts";
import type { Group } from "./group-type.ts";
import { sayAuthenticity, sayGroup } from "./say-group.ts";
import { groupWords } from "./words/table.ts";

const speak = (language: Language) => ({
  words: groupWords[language],
  format: createFormat(language, "UTC"),
  nameLayer: (layer: string) => `<${layer}>`,
  nameFamily: (family: string) => `<${family}>`,
});
const minuteMs = 60_000;
const thing = (layer: string, inWindow: number, minutes: number, expected: number): Group["objects"][number] => ({
  layer,
  id: "x",
  members: inWindow,
  accounts: 60,
  inWindow,
  expected,
  windowFrom: 0,
  windowTo: minutes * minuteMs,
});
const signal = (family: string, significant: boolean) =>
  ({ family, significant }) as unknown as Group["inauthentic"][number];

type Said = Parameters<typeof sayGroup>[0];
const make = (change: Partial<Said>): Said => ({
  kind: "campaign",
  accounts: Array.from({ length: 42 }, () => ({}) as Group["accounts"][number]),
  objects: [thing("sample", 20, 30, 9), thing("sample", 38, 11, 2.2), thing("sample", 39, 90, 30)],
  inauthentic: [],
  sight: null,
  axes: { coordinated: 1e-9, inauthentic: 0.4, asked: 0.01 },
  ...change,
});

it("sayGroup() says how many did what, and where it stands out most", () => {
  expect(sayGroup(make({}), speak("en"))).toBe(
    "42 accounts posted 3 near-identical texts, up to 38 of them within 11 minutes; chance would give 2.",
  );
  expect(sayGroup(make({}), speak("zh-Hans"))).toBe(
    "42 个账号发布了 3 组近似文本，其中最多 38 个在 11分钟内行动；若出于偶然，约为 2 个。",
  );
});

it.each([
  [[thing("url", 9, 1, 0.25)], "shared the same link, up to 9 of them within 60 seconds; chance would give 0.25."],
  [
    [thing("url", 9, 2, 1), thing("reply", 5, 2, 1), thing("url", 8, 2, 1), thing("like", 2, 9, 1)],
    "shared the same 2 links and replied to the same post, up to 9 of them within 2 minutes; chance would give 1.",
  ],
  [
    [thing("hologram", 9, 2, 1)],
    "acted on 1 shared things (<hologram>), up to 9 of them within 2 minutes; chance would give 1.",
  ],
])("sayGroup() names the commonest kinds of things %#", (objects, said) => {
  expect(sayGroup(make({ objects }), speak("en"))).toBe(`42 accounts ${said}`);
});

it("sayGroup() claims no times finer than the clock of the input", () => {
  const sight = { clock: { name: "hour", tickMs: 3_600_000 } } as unknown as Group["sight"];
  expect(sayGroup(make({ sight, objects: [thing("url", 9, 0, 1)] }), speak("en"))).toContain("within 60 minutes");
});

it.each([
  [
    "campaign" as const,
    [signal("origin", true), signal("concentration", false)],
    1e-9,
    "Apart from that, and tested separately: <origin>",
  ],
  ["coordinated" as const, [signal("concentration", false)], 0.4, "Nothing in this input shows"],
  ["coordinated" as const, [signal("automation", true)], 0.4, "not enough by itself: <automation>"],
  ["coordinated" as const, [], null, "could not be tested"],
])("sayAuthenticity() of %s with %#", (kind, inauthentic, level, said) => {
  const axes = { coordinated: 1e-9, inauthentic: level, asked: 0.01 };
  expect(sayAuthenticity(make({ kind, inauthentic, axes }), speak("en"))).toContain(said);
});

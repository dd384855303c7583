import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const tokens = readFileSync(new URL("../styles/tokens.css", import.meta.url), "utf8");

type Pair = readonly [ink: string, ground: string];
const words: readonly Pair[] = [
  ...["ink", "quiet", "act", "bad", "coordinated", "inauthentic"].flatMap((ink): Pair[] => [
    [ink, "ground"],
    [ink, "sheet"],
    [ink, "well"],
    [ink, "raised"],
  ]),
  ["act-ink", "act"],
  ["act-soft-ink", "act-soft"],
  ...["coordinated", "inauthentic", "good", "warn", "bad"].map((tone): Pair => [tone, `${tone}-soft`]),
];
/** Borders of controls, marks of state: 3 to 1 (WCAG 1.4.11). */
const marks: readonly Pair[] = [
  ["edge", "sheet"],
  ["edge", "raised"],
  ["act", "ground"],
  ["good", "sheet"],
  ["warn", "sheet"],
];

const colours = new Map(
  [...tokens.matchAll(/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g)].map(([, name = "", day = "", night = ""]) => [
    name,
    { day, night },
  ]),
);

function toLuminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function toContrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [toLuminance(one), toLuminance(other)].toSorted((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

describe.each(["day", "night"] as const)("colours by %s", (time) => {
  const get = (name: string): string => colours.get(name)?.[time] ?? "missing";
  it.each(words)("%s can be read on %s", (ink, ground) => {
    expect(toContrast(get(ink), get(ground))).toBeGreaterThanOrEqual(4.5);
  });
  it.each(marks)("%s can be seen on %s", (mark, ground) => {
    expect(toContrast(get(mark), get(ground))).toBeGreaterThanOrEqual(3);
  });
});

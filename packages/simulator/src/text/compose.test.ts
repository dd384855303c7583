import { describe, expect, it } from "vitest";
import { createRandom } from "../random/random.ts";
import { composePost, composeReply, topicCount } from "./compose.ts";
import { createMessage, paraphrase, textOf } from "./message.ts";
import { topicsEn } from "./words-en.ts";

function bigrams(text: string): ReadonlySet<string> {
  const units = Array.from(text.replace(/[^\p{L}\p{N}]/gu, ""));
  return new Set(units.slice(1).map((unit, i) => `${units[i]}${unit}`));
}

function jaccard(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let common = 0;
  for (const unit of a) if (b.has(unit)) common++;
  return common / (a.size + b.size - common);
}

describe("composePost()", () => {
  it.each(["zh", "en"] as const)("unrelated %s posts of one topic are not near-identical", (language) => {
    const random = createRandom(1, language);
    const posts = Array.from({ length: 300 }, () => bigrams(composePost(random, language, 3)));
    let near = 0;
    for (const [i, a] of posts.entries()) for (const b of posts.slice(i + 1)) if (jaccard(a, b) >= 0.5) near++;
    expect(near / ((300 * 299) / 2)).toBeLessThan(2e-4);
  });

  it("replies repeat now and then, as in life", () => {
    const random = createRandom(2);
    const replies = Array.from({ length: 1000 }, () => composeReply(random, "zh", 1));
    const distinct = new Set(replies).size;
    expect(distinct).toBeGreaterThan(880);
    expect(distinct).toBeLessThan(960);
  });

  it("both languages have every topic", () => {
    expect(topicsEn.length).toBe(topicCount);
  });
});

describe("paraphrase()", () => {
  it.each(["zh", "en"] as const)("%s: hardly ever the same words twice, and always the same message", (language) => {
    const random = createRandom(3, language);
    const message = createMessage(random, language, 5);
    const copies = Array.from({ length: 60 }, () => paraphrase(message, random));
    expect(new Set(copies).size).toBeGreaterThan(50);
    const original = bigrams(textOf(message));
    const other = bigrams(textOf(createMessage(random, language, 5)));
    for (const copy of copies) {
      expect(jaccard(bigrams(copy), original)).toBeGreaterThan(0.35);
      expect(jaccard(bigrams(copy), other)).toBeLessThan(jaccard(bigrams(copy), original));
    }
  });
});

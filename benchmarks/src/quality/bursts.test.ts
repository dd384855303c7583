import { describe, expect, it } from "vitest";
import { numberWaves, toVariant, uniform, type StreamPost } from "./bursts-data.ts";
import { flagFixed, scoreFlags } from "./bursts-score.ts";

/** `account@seconds`, with `!` for attack posts. */
function toPosts(line: string): readonly StreamPost[] {
  return line.split(" ").map((word, i) => {
    const [account, at] = word.replace("!", "").split("@");
    return { id: `${i}`, account, at: Number(at), isAttack: word.endsWith("!"), wave: null, object: null };
  });
}

const wave = "z@0 a@100! b@101! c@101! y@102 d@104! e@109! f@115! z@400 a@500!";

describe("the measure of bursts", () => {
  it("tells waves by a minute of silence and five accounts", () => {
    const { posts, waves } = numberWaves(toPosts(wave));
    expect(waves).toBe(1);
    expect(posts.filter((post) => post.wave === 0).map((post) => post.account)).toEqual(["a", "b", "c", "d", "e", "f"]);
  });

  it("scores the fixed rule by hand", () => {
    const stream = numberWaves(toPosts(wave));
    const flags = flagFixed(stream.posts);
    // At d the window holds a, b, c, y, d; e comes 9 s after a; f's window holds d, e, f alone.
    expect([...flags]).toEqual([-1, 5, 5, 5, 5, 5, 6, -1, -1, -1]);
    const score = scoreFlags(stream, flags);
    expect(score).toMatchObject({ wavesMissed: 0, delaySeconds: 4, delayPosts: 4 });
    expect(score.precision).toBeCloseTo(5 / 6, 12);
    expect(score.recall).toBeCloseTo(5 / 7, 12);
    expect(score.ordinaryFlagged).toBeCloseTo(1 / 3, 12);
  });

  it("dilutes and jitters by the stated hash", () => {
    // First 13 hexadecimal digits of SHA-256 of the empty string, over 2^52.
    expect(uniform("")).toBe(0xe3b0c44298fc1 / 2 ** 52);
    const posts = toPosts(wave);
    const moved = toVariant(posts, { oneIn: 1, jitterSeconds: 600, seed: 2 });
    for (const post of moved.posts) {
      const before = posts[Number(post.id)].at;
      expect(post.at - before).toBe(post.isAttack ? Math.floor(uniform(`jitter|2|${post.id}`) * 601) : 0);
    }
  });
});

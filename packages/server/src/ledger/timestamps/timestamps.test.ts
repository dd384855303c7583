import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { env } from "node:process";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeScratch } from "../testing/scratch.ts";
import { createTestAuthority, findMissingOpenssl, serveAuthority } from "../testing/test-authority.ts";
import { createGuardedPost } from "../witnesses/guarded-post.ts";
import { judgeTimestamp } from "./judge-timestamp.ts";
import { rootsOf } from "./pem.ts";
import { requestTimestamp } from "./request-timestamp.ts";
import { encodeTimestampRequest } from "./timestamp-token.ts";

const data = new Uint8Array(Buffer.from("forum.example/ledger\n1\nroot\n"));
const nonce = new Uint8Array(12).fill(0xee);
const asking = { post: createGuardedPost(["127.0.0.1"]), now: Date.now() };
const missing = findMissingOpenssl();

describe.skipIf(missing !== null)(
  `timestamps by an authority of openssl${missing === null ? "" : ` (skipped: ${missing})`}`,
  () => {
    it("are asked for, kept only if they convince, and accepted by openssl from what is kept alone", async () => {
      const authority = createTestAuthority(makeScratch());
      const server = await serveAuthority(authority.stamp);
      const answer = await requestTimestamp(data, { url: server.url, roots: authority.roots }, asking);
      await server.close();
      if (!answer.ok) throw new Error(answer.fault);
      const { response, chain } = answer;

      const judged = await judgeTimestamp({ data, response, roots: authority.roots, now: Date.now() });
      expect(judged).toMatchObject({ ok: true, expiredSince: null, authority: "Test Authority" });

      const folder = makeScratch();
      writeFileSync(join(folder, "data"), data);
      writeFileSync(join(folder, "response.tsr"), response);
      writeFileSync(join(folder, "chain.pem"), chain);
      const verify = ["ts", "-verify", "-data", "data", "-in", "response.tsr", "-CAfile", "chain.pem"];
      expect(execFileSync("openssl", verify, { cwd: folder, encoding: "utf8", stdio: "pipe" })).toContain(
        "Verification: OK",
      );
      writeFileSync(join(folder, "data"), data.with(3, 0));
      expect(() => execFileSync("openssl", verify, { cwd: folder, stdio: "pipe" })).toThrow();
    });

    it("outlive their certificate: they hold at their own time, and say since when it is out of date", async () => {
      const authority = createTestAuthority(makeScratch());
      const response = authority.stamp(encodeTimestampRequest(data, nonce));
      const later = Date.UTC(2050, 0);
      const judged = await judgeTimestamp({ data, response, roots: authority.roots, now: later });
      if (!judged.ok) throw new Error(judged.fault);
      expect(judged.expiredSince).toBeGreaterThan(Date.now());
      expect(judged.expiredSince).toBeLessThan(later);
      expect(Math.abs(judged.at - Date.now())).toBeLessThan(600_000);
    });

    it.each([
      ["had run out", { from: Date.now() - 7_200_000, until: Date.now() - 3_600_000 }],
      ["was not valid yet", { from: Date.now() + 3_600_000, until: Date.now() + 7_200_000 }],
    ])("made when the certificate %s are refused", async (_, valid) => {
      const authority = createTestAuthority(makeScratch(), valid);
      const response = authority.stamp(encodeTimestampRequest(data, nonce));
      const judged = await judgeTimestamp({ data, response, roots: authority.roots, now: Date.now() });
      expect(judged).toEqual({ ok: false, fault: "bad_signature" });
    });

    it("of other bytes, of another root and with any flipped byte are refused without an exception", async () => {
      const authority = createTestAuthority(makeScratch());
      const response = authority.stamp(encodeTimestampRequest(data, nonce));
      const judge = (more: object) =>
        judgeTimestamp({ data, response, roots: authority.roots, now: Date.now(), ...more });
      expect(await judge({ data: data.with(0, 0) })).toEqual({ ok: false, fault: "other_data" });
      const stranger = createTestAuthority(makeScratch());
      expect(await judge({ roots: stranger.roots })).toEqual({ ok: false, fault: "bad_signature" });
      // The stranger's chain does not become trusted by coming along.
      const forged = stranger.stamp(encodeTimestampRequest(data, nonce));
      expect(await judge({ response: forged, chain: stranger.roots })).toEqual({ ok: false, fault: "bad_signature" });
      expect(await judge({ roots: "no certificates" })).toEqual({ ok: false, fault: "malformed_certificates" });
      for (const junk of [new Uint8Array(), new Uint8Array([0x30, 0x80]), new Uint8Array(300_000)]) {
        expect(await judge({ response: junk })).toEqual({ ok: false, fault: "malformed_response" });
      }
    });

    // The copy of the root that comes along is not signed by anything that is trusted, nor are the lengths around the token.
    it("no flipped byte changes what one says: it is refused, or said nothing", async () => {
      const authority = createTestAuthority(makeScratch());
      const response = authority.stamp(encodeTimestampRequest(data, nonce));
      const judge = (bytes: Uint8Array) => judgeTimestamp({ data, response: bytes, roots: authority.roots, now: 0 });
      const honest = await judge(response);
      let refused = 0;
      for (let at = 0; at < response.length; at += 7) {
        const flipped = await judge(response.with(at, (response[at] ?? 0) ^ 1));
        if (flipped.ok) expect(flipped).toEqual(honest);
        else refused++;
      }
      expect(refused).toBeGreaterThan(response.length / 7 / 2);
    });

    it("junk is refused without an exception", async () => {
      const authority = createTestAuthority(makeScratch());
      const response = authority.stamp(encodeTimestampRequest(data, nonce));
      await fc.assert(
        fc.asyncProperty(
          fc.nat(response.length),
          fc.nat(40),
          fc.uint8Array({ maxLength: 30 }),
          async (at, cut, junk) => {
            const spliced = new Uint8Array([...response.subarray(0, at), ...junk, ...response.subarray(at + cut)]);
            const judged = await judgeTimestamp({ data, response: spliced, roots: authority.roots, now: 0 });
            expect(typeof judged.ok).toBe("boolean");
          },
        ),
        { seed: 13, numRuns: 200 },
      );
    });

    it.each<[string, (request: Uint8Array, stamp: (request: Uint8Array) => Uint8Array) => Uint8Array]>([
      ["an old answer", (_, stamp) => stamp(encodeTimestampRequest(data, nonce))],
      ["an answer about something else", (_, stamp) => stamp(encodeTimestampRequest(data.with(0, 1), nonce))],
      ["a page of HTML", () => new Uint8Array(Buffer.from("<html>"))],
      ["an endless answer", () => new Uint8Array(1_000_000)],
    ])("%s is not taken", async (_, answer) => {
      const authority = createTestAuthority(makeScratch());
      const server = await serveAuthority((request) => answer(request, authority.stamp));
      const asked = await requestTimestamp(data, { url: server.url, roots: authority.roots }, asking);
      expect(asked).toEqual({ ok: false, fault: "answers_another" });
      await server.close();
    });
  },
);

it("an authority that cannot be reached, or may not be, is a failure with a word", async () => {
  const authority = { url: "http://127.0.0.1:9/", roots: "" };
  expect(await requestTimestamp(data, authority, asking)).toEqual({ ok: false, fault: "connection_refused" });
  const guarded = { ...asking, post: createGuardedPost([]) };
  expect(await requestTimestamp(data, authority, guarded)).toEqual({ ok: false, fault: "url_refused" });
});

const shared = env["BREAKWATER_DATA"] ?? fileURLToPath(new URL("../../../../../../shared/data", import.meta.url));
const real = join(shared, "ledger", "rfc3161");
describe.skipIf(!existsSync(real))("a real token of 2022 whose certificate has run out (set BREAKWATER_DATA)", () => {
  it("holds at its own time and reads as expired since", async () => {
    const chain = readFileSync(join(real, "freetsa-chain.pem"), "utf8");
    const judged = await judgeTimestamp({
      data: readFileSync(join(real, "freetsa-signed-message.txt")),
      response: readFileSync(join(real, "freetsa-wacz.tsr")),
      roots: rootsOf(chain),
      chain,
      now: Date.UTC(2026, 10, 1),
    });
    expect(judged).toMatchObject({
      ok: true,
      at: Date.UTC(2022, 0, 18, 19, 0, 12),
      expiredSince: Date.UTC(2026, 2, 11, 1, 57, 39),
    });
  });
});

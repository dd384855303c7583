import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestFront, type TestFront } from "../http/testing/test-front.ts";
import { readConsoleFiles } from "./console-files.ts";
import { createConsolePages } from "./console-pages.ts";

const folder = mkdtempSync(join(tmpdir(), "breakwater-console-pages-"));
const script = "export const answer = 42;\n".repeat(20);

describe("the console's pages", () => {
  let front: TestFront;
  beforeAll(async () => {
    mkdirSync(join(folder, "assets"));
    writeFileSync(join(folder, "index.html"), "<!doctype html><title>console</title>");
    writeFileSync(join(folder, "assets/index-abc.js"), script);
    writeFileSync(join(folder, "assets/index-abc.js.gz"), gzipSync(script));
    writeFileSync(join(folder, ".sources"), "hash");
    front = await openTestFront([], { plugins: [createConsolePages(readConsoleFiles(folder))] });
  });
  afterAll(async () => {
    await front.app.close();
    rmSync(folder, { recursive: true });
  });
  const get = (path: string, headers: Record<string, string> = {}) => front.app.inject({ url: path, headers });

  it("answers every address of a page with the document, which is not kept, under a strict policy", async () => {
    for (const path of ["/console/", "/console/leads", "/console/leads/lead-1?x=1", "/console/../console/leads"]) {
      const { statusCode, headers, body } = await get(path);
      expect([statusCode, headers["cache-control"], body]).toEqual([
        200,
        "no-store",
        expect.stringContaining("console"),
      ]);
      const policy = String(headers["content-security-policy"]);
      expect(policy).toContain("script-src 'self'");
      expect(policy).toContain("default-src 'none'");
      expect(policy).not.toMatch(/unsafe|\*|https?:/);
    }
    expect((await get("/console")).headers.location).toBe("/console/");
  });

  it("sends assets packed, for ever, and says when they are what the browser has", async () => {
    const packed = await get("/console/assets/index-abc.js", { "accept-encoding": "gzip, br;q=0" });
    expect(packed.headers).toMatchObject({
      "content-encoding": "gzip",
      "content-type": "text/javascript; charset=utf-8",
      "cache-control": "public, max-age=31536000, immutable",
      vary: "accept-encoding",
    });
    expect(gunzipSync(packed.rawPayload).toString()).toBe(script);
    const plain = await get("/console/assets/index-abc.js", { "accept-encoding": "br" });
    expect([plain.headers["content-encoding"], plain.body]).toEqual([undefined, script]);
    const again = await get("/console/assets/index-abc.js", { "if-none-match": String(plain.headers.etag) });
    expect([again.statusCode, again.body]).toEqual([304, ""]);
  });

  it("has nothing else: no file that is not of the build, none outside of it", async () => {
    for (const path of ["/console/assets/other.js", "/console/assets/..%2f..%2fpackage.json"]) {
      expect((await get(path)).statusCode).toBe(404);
    }
    expect((await get("/console/.sources")).body).toContain("<title>console");
    expect((await get("/console/assets/index-abc.js.gz")).statusCode).toBe(404);
  });

  it("says how to build it where it is not built, in the language of whoever asks", async () => {
    expect(readConsoleFiles(join(folder, "nowhere"))).toBeNull();
    const bare = await openTestFront([], { plugins: [createConsolePages(null)] });
    const english = await bare.app.inject({ url: "/console/leads" });
    expect([english.statusCode, english.body]).toEqual([503, expect.stringContaining("npm run build")]);
    const chinese = await bare.app.inject({ url: "/console/", headers: { "accept-language": "zh-CN" } });
    expect(chinese.body).toContain("尚未构建");
    await bare.app.close();
  });
});

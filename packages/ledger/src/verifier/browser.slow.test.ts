// The verifier's own files, types stripped and nothing else done to them, in a real browser.
import { existsSync, readFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";
import { env } from "node:process";
import { fileURLToPath } from "node:url";
import { chromium, type Browser, type Route } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bundlePaths } from "../bundle/layout.ts";
import { parseZip } from "../bundle/zip.ts";
import { createTestSigner, primitives } from "../testing/primitives.ts";
import { repack } from "../testing/repack.ts";
import { createSampleLog, sampleLeaves, sampleRotation, sampleSigner, sampleOrigin } from "../testing/sample-log.ts";
import { verifyBundle } from "./verify-bundle.ts";

const executablePath = env["BREAKWATER_CHROMIUM"] ?? "/usr/bin/chromium";
const isMissing = !existsSync(executablePath);

const address = "http://breakwater.test/";
const page = `<!doctype html>
<script type="importmap">
  {"imports": {"@noble/hashes/": "/node_modules/@noble/hashes/", "@noble/curves/": "/node_modules/@noble/curves/"}}
</script>
<script type="module">
  import { verifyBundle } from "/packages/ledger/src/verifier/index.ts";
  import { sha256 } from "@noble/hashes/sha2.js";
  import { ed25519 } from "@noble/curves/ed25519.js";
  const verifyEd25519 = (key, message, signature) => signature.length === 64 && ed25519.verify(signature, message, key);
  window.judge = (zip, held) => {
    const outside = held === null ? [] : [{ name: "held", bytes: new Uint8Array(held) }];
    const judged = verifyBundle(new Uint8Array(zip), { sha256, verifyEd25519, outside });
    return judged.ok ? { size: judged.value.checkpoint.size, fixedBelow: judged.value.fixedBelow } : judged.fault;
  };
</script>`;

/** The files of this repository, as a web server without a build step would have them. */
async function serve(route: Route): Promise<void> {
  const path = new URL(route.request().url()).pathname;
  if (path === "/") return route.fulfill({ contentType: "text/html", body: page });
  const file = fileURLToPath(new URL(`../../../..${path}`, import.meta.url));
  if (!existsSync(file)) return route.fulfill({ status: 404, body: "" });
  const source = readFileSync(file, "utf8");
  const body = path.endsWith(".ts") ? stripTypeScriptTypes(source) : source;
  return route.fulfill({ contentType: "text/javascript", body });
}

describe.skipIf(isMissing)(
  `in a browser${isMissing ? ` (skipped: no ${executablePath}; set BREAKWATER_CHROMIUM)` : ""}`,
  () => {
    let browser: Browser;
    beforeAll(async () => {
      browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
    });
    afterAll(() => browser.close());

    it("the verifier judges as it does in Node: honest bundles, a changed one, a rewritten log", async () => {
      const second = createTestSigner(sampleOrigin, 2);
      const leaves = [...sampleLeaves(20), sampleRotation(20, second), ...sampleLeaves(40).slice(21)];
      const log = createSampleLog(leaves, [sampleSigner, second]);
      const held = log.noteAt(12);
      const zip = log.bundle([0, 7, 30], { older: [held] });
      const files = new Map(parseZip(zip));
      const changed = repack(files.set(bundlePaths.payload(7), new Uint8Array([1])));
      const rewritten = createSampleLog(leaves.with(3, leaves[4]), [sampleSigner, second]).bundle([7], {
        older: [held],
      });
      const cases: readonly (readonly [Uint8Array, Uint8Array | null, string])[] = [
        [zip, null, "verified"],
        [zip, held, "verified"],
        [zip, log.noteAt(13), "outside_unreachable"],
        [changed, held, "wrong_payload"],
        [rewritten, held, "inconsistent"],
        [zip.with(100, 0), held, "malformed_zip"],
        [new Uint8Array([1, 2, 3]), null, "malformed_zip"],
      ];
      const opened = await browser.newPage();
      const failures: string[] = [];
      opened.on("pageerror", ({ message }) => failures.push(message));
      await opened.route(`${address}**`, serve);
      await opened.goto(address);
      await opened.waitForFunction("window.judge !== undefined");
      for (const [bytes, note, outcome] of cases) {
        const said: unknown = await opened.evaluate(
          `window.judge(${JSON.stringify([...bytes])}, ${JSON.stringify(note && [...note])})`,
        );
        const outside = note === null ? [] : [{ name: "held", bytes: note }];
        const judged = verifyBundle(bytes, { ...primitives, outside });
        expect(judged.ok ? "verified" : judged.fault.kind).toBe(outcome);
        expect(said).toEqual(
          judged.ok ? { size: judged.value.checkpoint.size, fixedBelow: judged.value.fixedBelow } : judged.fault,
        );
      }
      expect(failures).toEqual([]);
    });
  },
);

import { randomBytes } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openLedgerAt } from "@breakwater/server/ledger";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { run } from "../run.ts";
import { openRememberingTerminal } from "../testing/remembering-terminal.ts";

const folder = mkdtempSync(join(tmpdir(), "breakwater-figures-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const log = join(folder, "log");

async function runFigures(...args: readonly string[]) {
  const terminal = openRememberingTerminal();
  const code = await run(["figures", ...args], terminal);
  return { code, ...terminal.said };
}

beforeAll(async () => {
  const folders = { log, signingKeys: join(folder, "keys"), payloadKeys: join(folder, "secrets") };
  let at = Date.UTC(2026, 6, 1);
  const { ledger, close } = await openLedgerAt(folders, { origin: "forum.example/log", now: () => at++, randomBytes });
  const happened = at;
  for (let count = 0; count < 12; count += 1) {
    const opened = { type: "lead_opened", role: "detector", times: { happened }, words: { source: "detector" } };
    const { sequence } = await ledger.append({ facts: opened });
    const reason = count < 3 ? "authentic" : "insufficient";
    const dismissed = { type: "lead_dismissed", role: "triage", times: { happened }, words: { reason } };
    await ledger.append({ facts: { ...dismissed, about: sequence } });
  }
  await close();
});

describe("breakwater figures", () => {
  it("counts a log's folder again, and says what it rests on", async () => {
    const { code, out } = await runFigures("--from", "ledger", log, "--lang", "en");
    expect(code).toBe(0);
    expect(out).toContain("Ledger forum.example/log, 24 entries, verified. Root ");
    expect(out).toContain("From 2026-07 to 2026-07, whole months, UTC.");
    expect(out).toMatch(/Leads opened +12\n/);
    // Three and nine: neither is told alone.
    expect(out).toMatch(/reason: cells under ten, together +12\n/);
    expect(out).toMatch(/Observed precision of detectors +0\.0% \(0\/12; 0\.0%–/);
    expect(out).toMatch(/Effects without a decision +0\n/);
  });

  it("writes data and a page", async () => {
    const { out } = await runFigures("--from", "ledger", log, "--format", "json");
    expect(JSON.parse(out)).toMatchObject({
      source: { origin: "forum.example/log", size: 24, read: 24, counted: 24, isKeyTrusted: false },
      version: 1,
      newest: Date.UTC(2026, 6, 1),
    });
    const csv = await runFigures("--from", "ledger", log, "--format", "csv", "--since", "2026-08");
    expect(csv.out).toContain("leads_opened,count,Leads opened,,,2026-08,2026-07,0,");
    const page = join(folder, "page.html");
    expect(await runFigures("--from", "ledger", log, "--format", "briefing", "--out", page, "--lang", "zh")).toEqual({
      code: 0,
      out: "",
      err: "",
    });
    expect(readFileSync(page, "utf8")).toContain("必须为 0 的数字");
  });

  it.each([
    [[], /Say where to count/],
    [["--from", "database", log], /Say where to count/],
    [["--from", "ledger", log, "--format", "pdf"], /No format pdf/],
    [["--from", "ledger", log, "--since", "2026-13"], /2026-13 is no month/],
    [["--from", "ledger", log, "--since", "2026-09", "--until", "2026-07"], /is empty/],
    [["--from", "ledger", join(folder, "none")], /cannot be read|No file|ENOENT/],
  ])("says what is wrong with %j", async (args, message) => {
    const { code, err } = await runFigures(...args, "--lang", "en");
    expect([code, err.match(message) !== null]).toEqual([2, true]);
  });

  it("counts nothing of a log that does not hold", async () => {
    const other = join(folder, "other.checkpoint");
    const held = readFileSync(join(folder, "page.html"));
    expect(held.length).toBeGreaterThan(0);
    const key = "forum.example/log+00000000+AQ";
    const { code } = await runFigures("--from", "ledger", log, "--key", key);
    expect(code).toBe(2);
    const kept = await runFigures("--from", "ledger", log, "--checkpoint", other);
    expect(kept.code).toBe(2);
  });
});

import { createSimulation } from "@breakwater/simulator";
import { describe, expect, it } from "vitest";
import { createGrowingLog } from "../testing/growing-log.ts";
import { day0, dayMs } from "../testing/pieces.ts";
import { defaultDetectorSettings, toEngineOptions, toIdentity } from "../judge/live-options.ts";
import { runPreview } from "./run-preview.ts";

const engine = toEngineOptions({ ...defaultDetectorSettings, windowMs: 3 * dayMs });

describe("runPreview()", () => {
  const log = createGrowingLog();
  const simulation = createSimulation({
    scenarios: [{ scenario: "copy_paste_hype" }],
    actions: 3000,
    seed: 5,
    startAt: day0,
    days: 5,
  });
  for (const action of simulation.actions()) log.add("forum", action);
  const deps = { reader: log, engine, version: "0.1.0", batchRecords: 500 };

  it("finds of the recent log what the detector in use finds, where nothing is changed", async () => {
    const { current, proposed, counts, groups, judgements } = await runPreview({ changes: {}, days: 4 }, deps);
    expect(current).toEqual(toIdentity("0.1.0", engine));
    expect(proposed).toEqual(current);
    expect(counts.current).toEqual(counts.proposed);
    expect(counts.current.campaigns).toBe(1);
    expect(groups.map((group) => [group.current, group.proposed])).toEqual([["campaign", "campaign"]]);
    expect(judgements).toBe(10);
  });

  it("says what other options would lose", async () => {
    const changes = { windowMs: 3_600_000, fdr: 0.0001 };
    const { current, proposed, groups } = await runPreview({ changes, days: 4 }, deps);
    expect(proposed.fingerprint).not.toBe(current.fingerprint);
    expect(groups.some((group) => group.current === "campaign" && group.proposed !== "campaign")).toBe(true);
    expect(JSON.stringify(groups)).not.toMatch(/account":|text/);
  });

  it("says so where there is nothing to try them on", async () => {
    await expect(runPreview({ changes: {}, days: 4 }, { ...deps, reader: createGrowingLog() })).rejects.toThrow(
      RangeError,
    );
  });
});

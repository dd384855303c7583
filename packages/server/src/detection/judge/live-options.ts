import { defaultLimits, defaultOptions, layerNames, type EngineOptions, type LayerName } from "@breakwater/engine";
import type { Selection } from "@breakwater/records";
import { createHash } from "node:crypto";

/** What an operator may choose of live detection. Whatever changes a finding is part of the detector's identity. */
export type DetectorSettings = {
  /** False-discovery rate over all candidate groups of an epoch, and of the accounts inside a group; 0.0001 to 0.1. */
  readonly fdr: number;
  readonly accountFdr: number;
  readonly layers: readonly LayerName[];
  /** How the actions that are sent were chosen. Anything but `none` declares no population, and then no campaign can be found. */
  readonly selection: Selection;
  /** Distance of two judgements in event time; 3 seconds to 1 day, and never more than the window. */
  readonly epochMs: number;
  /** How far back a judgement looks; at most 14 days, as the log is kept no longer. */
  readonly windowMs: number;
  /** Actions later than this behind the last judgement are counted, not taken; 0 to 1 day. */
  readonly latenessMs: number;
  /** Actions in the window, the latest first: what bounds memory (about 300 bytes each) and the time of a judgement. */
  readonly actionsMax: number;
};

const minuteMs = 60_000;
const dayMs = 86_400_000;

export const defaultDetectorSettings: DetectorSettings = {
  fdr: 0.01,
  accountFdr: 0.01,
  layers: layerNames,
  selection: { kind: "none" },
  epochMs: 15 * minuteMs,
  windowMs: 7 * dayMs,
  latenessMs: 60 * minuteMs,
  actionsMax: 5_000_000,
};

/** Names of the settings that lie outside of their bounds; empty when all may be used. */
export function listDetectorSettingFaults(settings: DetectorSettings): readonly string[] {
  const { fdr, accountFdr, layers, epochMs, windowMs, latenessMs, actionsMax } = settings;
  const isIn = (value: number, least: number, greatest: number): boolean => value >= least && value <= greatest;
  const faults: Readonly<Record<string, boolean>> = {
    fdr: !isIn(fdr, 0.0001, 0.1),
    accountFdr: !isIn(accountFdr, 0.0001, 0.1),
    layers: layers.length === 0 || layers.some((layer) => !layerNames.includes(layer)),
    epochMs: !Number.isInteger(epochMs) || !isIn(epochMs, minuteMs / 20, dayMs),
    windowMs: !Number.isInteger(windowMs) || !isIn(windowMs, epochMs, 14 * dayMs),
    latenessMs: !Number.isInteger(latenessMs) || !isIn(latenessMs, 0, dayMs),
    actionsMax: !Number.isInteger(actionsMax) || !isIn(actionsMax, 1000, 20_000_000),
  };
  return Object.keys(faults).filter((name) => faults[name]);
}

/** The engine's options for live judging. The seed is fixed: two services that saw the same say the same. */
export function toEngineOptions({ actionsMax, ...settings }: DetectorSettings): EngineOptions {
  return { ...defaultOptions, ...settings, seed: 1, evaluation: false, limits: { ...defaultLimits, actionsMax } };
}

/** Which detector judged: its version, and what its options come to. Another of either is another detector, which observes first. */
export type DetectorIdentity = { readonly version: string; readonly fingerprint: string };

export function toIdentity(version: string, options: EngineOptions): DetectorIdentity {
  return { version, fingerprint: hashValue({ version, options }) };
}

/** What decides which actions a state holds. A snapshot of another is of no use. */
export function toStateFingerprint({ windowMs, epochMs, latenessMs, limits }: EngineOptions): string {
  return hashValue({ windowMs, epochMs, latenessMs, actionsMax: limits.actionsMax });
}

/** 16 hex digits of SHA-256 over JSON with sorted keys. */
function hashValue(value: unknown): string {
  const json = JSON.stringify(value, (_, part: unknown) => {
    if (typeof part === "number" && !Number.isFinite(part)) return String(part);
    if (typeof part !== "object" || part === null || Array.isArray(part)) return part;
    return Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  });
  return createHash("sha256").update(json).digest("hex").slice(0, 16);
}

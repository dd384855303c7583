import { parseSelection } from "@breakwater/records";
import { ConfigError } from "../config/read-config.ts";
import type { Config } from "../config/schema.ts";
import { defaultJudgeOptions, type JudgeOptions } from "../detection/judge/judge.ts";
import {
  defaultDetectorSettings,
  listDetectorSettingFaults,
  toEngineOptions,
  type DetectorSettings,
} from "../detection/judge/live-options.ts";

const minuteMs = 60_000;
const dayMs = 86_400_000;

/** The part of the configuration that is the detector's. Throws a `ConfigError` that names what is out of bounds. */
export function toDetectorSettings({ detection }: Config): DetectorSettings {
  const selection = parseSelection(detection.selection);
  if (selection === null) throw new ConfigError([`detection.selection: "${detection.selection}" says nothing.`]);
  const settings: DetectorSettings = {
    ...defaultDetectorSettings,
    fdr: detection.fdr,
    accountFdr: detection.fdr,
    selection,
    epochMs: Math.round(detection.epoch_minutes * minuteMs),
    windowMs: Math.round(detection.window_days * dayMs),
    latenessMs: Math.round(detection.lateness_minutes * minuteMs),
    actionsMax: detection.actions_max,
  };
  const faults = listDetectorSettingFaults(settings);
  if (faults.length > 0) throw new ConfigError(faults.map((fault) => `detection: ${fault} is out of bounds.`));
  return settings;
}

/** How the service's judge works. */
export function toJudgeOptions(config: Config): JudgeOptions {
  return {
    ...defaultJudgeOptions,
    engine: toEngineOptions(toDetectorSettings(config)),
    auditAccounts: config.detection.audits_per_day,
  };
}

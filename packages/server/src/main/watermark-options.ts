import type { WatermarkOptions } from "../actions/watermark/next-watermark.ts";
import type { Config } from "../config/schema.ts";

/** Half a second for what is on its way, and two for a backfill that paused: a lead is to stand within two seconds of its epoch's end. */
export function toWatermarkOptions({ detection }: Config): WatermarkOptions {
  return { epochMs: Math.round(detection.epoch_minutes * 60_000), graceMs: 500, idleMs: 5000 };
}

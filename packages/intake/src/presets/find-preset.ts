import { blueskyJetstream } from "./bluesky-jetstream.ts";
import { breakwater } from "./breakwater.ts";
import type { JsonObject, JsonPreset } from "./json-preset.ts";
import { mastodon } from "./mastodon.ts";
import { twitterV1 } from "./twitter-v1.ts";
import { twitterV2 } from "./twitter-v2.ts";

export const jsonPresets: readonly JsonPreset[] = [breakwater, twitterV1, twitterV2, mastodon, blueskyJetstream];

/** The preset that knows most of these records, or null. */
export function findJsonPreset(values: readonly JsonObject[]): JsonPreset | null {
  const recognised = jsonPresets.map((preset) => values.filter((value) => preset.recognise(value)).length);
  const best = Math.max(0, ...recognised);
  return best === 0 ? null : (jsonPresets[recognised.indexOf(best)] ?? null);
}

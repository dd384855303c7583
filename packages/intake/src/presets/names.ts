/** The shapes that are recognised by themselves. */
export const presetNames = [
  "breakwater",
  "coortweet",
  "twitter-v2",
  "twitter-v1",
  "mastodon",
  "bluesky-jetstream",
  "weibo",
  "youtube",
] as const;
export type PresetName = (typeof presetNames)[number];

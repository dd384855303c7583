import { type Columns, takeRows } from "./columns.ts";
import { readCsv } from "./csv.ts";
import { coordinationPath } from "./folder.ts";

/** russian_coord_tweets: object = the retweeted tweet. */
export function loadRussian(): Columns {
  const names = ["object_id", "account_id", "timestamp_share"] as const;
  const file = readCsv(coordinationPath("russian_coord_tweets"), names);
  return {
    account: file.account_id,
    object: file.object_id,
    at: Float64Array.from(file.timestamp_share, (seconds) => Number(seconds) * 1000),
  };
}

export type GermanLayer = "url" | "hashtag" | "media";

/** german_elections, one set of rows per modality: Facebook accounts begin with `fb_`, Twitter's with `tw_`. */
export function loadGerman(): Readonly<Record<GermanLayer, Columns>> {
  const names = ["account_id", "url_id", "hashtag_id", "phash_id", "timestamp"] as const;
  const file = readCsv(coordinationPath("german_elections"), names);
  const at = Float64Array.from(file.timestamp, (seconds) => Number(seconds) * 1000);
  const rowsWith = (object: readonly string[]): Columns => {
    const rows = object.flatMap((value, row) => (value === "" ? [] : [row]));
    return takeRows({ account: file.account_id, object, at }, rows);
  };
  return { url: rowsWith(file.url_id), hashtag: rowsWith(file.hashtag_id), media: rowsWith(file.phash_id) };
}

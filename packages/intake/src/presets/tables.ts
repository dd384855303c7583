import type { ActionKind } from "@breakwater/records";
import type { ColumnMap } from "../columns/fields.ts";
import type { PresetName } from "./names.ts";

/** A known table: the columns that tell it, and what each field is called there, the surest name first. */
export type TablePreset = {
  readonly name: PresetName;
  /** One name of each row must be a column. */
  readonly signs: readonly (readonly string[])[];
  readonly columns: ColumnMap;
  readonly kind?: ActionKind;
  /** For times without one. */
  readonly zone?: string;
  /** One action may stand on several rows, one for each object. */
  readonly rowPerObject?: boolean;
  /** `post` may hold an address or a hashtag instead. */
  readonly postIsAnything?: boolean;
};

export const tablePresets: readonly TablePreset[] = [
  {
    name: "coortweet",
    signs: [["object_id"], ["account_id"], ["content_id"], ["timestamp_share"]],
    columns: { id: ["content_id"], account: ["account_id"], at: ["timestamp_share"], post: ["object_id"] },
    kind: "repost",
    rowPerObject: true,
    postIsAnything: true,
  },
  {
    name: "weibo",
    signs: [
      ["微博id", "微博ID", "bid", "retweet_id"],
      ["user_id", "用户id", "用户ID"],
      ["微博正文", "正文", "text"],
      ["发布时间", "日期", "created_at"],
    ],
    columns: {
      id: ["微博id", "微博ID", "id", "bid"],
      account: ["user_id", "用户id", "用户ID"],
      at: ["发布时间", "日期", "created_at"],
      text: ["微博正文", "正文", "text"],
      url: ["头条文章url", "article_url"],
      hashtag: ["话题", "topics"],
      mention: ["艾特用户", "@用户", "at_users"],
      media: ["微博图片url", "原始图片url", "图片url", "pics", "微博视频url", "视频url", "video_url"],
      post: ["retweet_id", "源微博id", "转发微博id"],
      // These crawlers write the region that Weibo shows beside a post into a column named `ip`.
      region: ["ip"],
      client: ["发布工具", "工具", "source"],
    },
    kind: "repost",
    zone: "+08:00",
  },
  {
    name: "youtube",
    signs: [["COMMENT_ID"], ["AUTHOR"], ["DATE"], ["CONTENT"]],
    columns: {
      id: ["COMMENT_ID"],
      account: ["AUTHOR_ID", "AUTHOR"],
      at: ["DATE"],
      text: ["CONTENT"],
      post: ["VIDEO_ID", "video"],
    },
  },
];

export function findTablePreset(columns: readonly string[]): TablePreset | null {
  const present = new Set(columns);
  return tablePresets.find((preset) => preset.signs.every((names) => names.some((name) => present.has(name)))) ?? null;
}

import { describe, expect, it } from "vitest";
import { readAll } from "../testing/read-all.ts";

const at = Date.UTC(2021, 0, 2, 3, 4, 5);
const iso = "2021-01-02T03:04:05.000Z";
const tweetTime = "Sat Jan 02 03:04:05 +0000 2021";

describe("presets are recognised, and read to the same action", () => {
  const v2 = {
    id: "10",
    author_id: "7",
    created_at: iso,
    text: "RT hello",
    referenced_tweets: [{ type: "retweeted", id: "9" }],
    entities: { urls: [{ expanded_url: "http://x" }], hashtags: [{ tag: "Vote" }], mentions: [{ id: "8" }] },
    source: "web",
  };
  const page = { data: [v2], includes: { users: [{ id: "7", created_at: "2020-01-01T00:00:00.000Z" }] }, meta: {} };
  const v1 = {
    id_str: "10",
    created_at: tweetTime,
    full_text: "RT hello",
    user: { id_str: "7", created_at: "Wed Jan 01 00:00:00 +0000 2020" },
    retweeted_status: { id_str: "9" },
    entities: { urls: [{ expanded_url: "http://x" }], hashtags: [{ text: "Vote" }], user_mentions: [{ id_str: "8" }] },
    source: '<a href="http://twitter.com">web</a>',
  };
  const tweet = {
    id: "10",
    at,
    account: "7",
    kind: "repost",
    text: "RT hello",
    objects: [
      { kind: "post", id: "9" },
      { kind: "url", id: "http://x" },
      { kind: "hashtag", id: "vote" },
      { kind: "mention", id: "8" },
    ],
    client: "web",
    createdAt: Date.UTC(2020, 0, 1),
  };
  const { createdAt: _, ...tweetAlone } = tweet;
  const status = {
    id: "10",
    uri: "https://m/10",
    created_at: iso,
    content: "<p>a &amp; b<br>c</p>",
    account: { id: "7", acct: "ann@m", created_at: "2020-01-01T00:00:00.000Z" },
    in_reply_to_id: "9",
    tags: [{ name: "vote" }],
    mentions: [],
    media_attachments: [],
  };
  const commit = {
    did: "did:plc:a",
    time_us: at * 1000,
    kind: "commit",
    commit: {
      operation: "create",
      collection: "app.bsky.feed.like",
      rkey: "k",
      record: { subject: { uri: "at://did:plc:b/app.bsky.feed.post/p" }, createdAt: "2001-01-01T00:00:00Z" },
    },
  };

  it.each<[string, string, unknown, object]>([
    ["twitter-v2", "one tweet", v2, tweetAlone],
    ["twitter-v2", "a page", page, tweet],
    ["twitter-v1", "one status", v1, tweet],
    ["twitter-v1", "a page of a search", { statuses: [v1] }, tweet],
    [
      "mastodon",
      "a reply",
      status,
      {
        id: "https://m/10",
        at,
        account: "ann@m",
        kind: "reply",
        text: "a & b\nc",
        objects: [
          { kind: "post", id: "9" },
          { kind: "hashtag", id: "vote" },
        ],
        createdAt: Date.UTC(2020, 0, 1),
      },
    ],
    [
      "bluesky-jetstream",
      "a like",
      commit,
      {
        id: "at://did:plc:a/app.bsky.feed.like/k",
        at,
        account: "did:plc:a",
        kind: "like",
        objects: [{ kind: "post", id: "at://did:plc:b/app.bsky.feed.post/p" }],
      },
    ],
  ])("%s: %s, as a line, an array and an indented array", async (preset, _, record, action) => {
    for (const text of [JSON.stringify(record), JSON.stringify([record]), JSON.stringify([record], null, 2)]) {
      const { actions, report } = await readAll(text);
      expect(report.sources[0]?.preset).toBe(preset);
      expect(actions).toEqual([action]);
    }
  });

  it("events of a feed that are no actions are skipped, counted", async () => {
    const { report } = await readAll(
      [commit, { ...commit, kind: "identity", commit: undefined }].map((v) => JSON.stringify(v)).join("\n"),
    );
    expect(report).toMatchObject({ actions: 1, rejected: {}, skipped: { not_an_action: 1 } });
  });

  it("CooRTweet: an action on two objects stands on two rows, a repeated row is a duplicate", async () => {
    const { actions, report } = await readAll(
      "object_id,account_id,content_id,timestamp_share\no1,a,c,1609556645\nhttp://x,a,c,1609556645\no1,a,c,1609556645\n",
    );
    expect(report.sources[0]?.preset).toBe("coortweet");
    expect(actions.map(({ id, kind, objects }) => [id, kind, objects])).toEqual([
      ["c", "repost", [{ kind: "post", id: "o1" }]],
      ["c url:http://x", "post", [{ kind: "url", id: "http://x" }]],
    ]);
    expect(report.duplicates).toBe(1);
  });

  it("Weibo: times are Chinese, the column `ip` is a region", async () => {
    const { actions, report } = await readAll(
      "id,bid,user_id,用户昵称,微博正文,话题,艾特用户,发布时间,发布工具,retweet_id,ip\n5,B5,7,安,你好,投票,谢,2021-01-02 11:04:05,iPhone,4,北京\n",
    );
    expect(report.sources[0]?.preset).toBe("weibo");
    expect(actions[0]).toEqual({
      id: "5",
      at,
      account: "7",
      kind: "repost",
      text: "你好",
      objects: [
        { kind: "hashtag", id: "投票" },
        { kind: "mention", id: "谢" },
        { kind: "post", id: "4" },
      ],
      network: { region: "北京" },
      client: "iPhone",
    });
  });

  it("YouTube: a comment is a reply where the video is named", async () => {
    const { actions } = await readAll("COMMENT_ID,AUTHOR,DATE,CONTENT,VIDEO_ID\nc,ann,2021-01-02T03:04:05,hi,v\n");
    expect(actions).toEqual([
      { id: "c", at, account: "ann", kind: "reply", text: "hi", objects: [{ kind: "post", id: "v" }] },
    ]);
  });

  it("our own: network and device are keyed anew, addresses also give their prefix", async () => {
    const own = (id: string, network: object): string =>
      JSON.stringify({
        id,
        at,
        account: "a",
        kind: "join",
        objects: [{ kind: "room", id: "r" }],
        network,
        device: "d",
      });
    const { actions } = await readAll(
      [
        own("1", { address: "203.0.113.9" }),
        own("2", { address: "host-9", prefix: "net-1" }),
        own("3", { prefix: "net-1" }),
      ].join("\n"),
    );
    const [one, two, three] = actions;
    expect(one?.network?.prefix).toHaveLength(16);
    expect(two?.network?.prefix).toBe(three?.network?.prefix);
    expect(two?.network?.address).toHaveLength(16);
    expect(new Set(actions.map((action) => action.device)).size).toBe(1);
    expect(JSON.stringify(actions)).not.toMatch(/203\.0|host-9|net-1|"d"/);
  });
});

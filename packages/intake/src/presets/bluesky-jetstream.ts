import { createDraft, type Draft } from "../door/draft.ts";
import { ObjectCollector } from "./collect-objects.ts";
import { toObject, toObjects, toText, type JsonObject, type JsonPreset } from "./json-preset.ts";

/**
 * Commits of Bluesky's Jetstream. The time is the relay's `time_us`: `createdAt` is what the author's client claims. Only
 * creations are actions; deletions, account and identity events are not.
 */
export const blueskyJetstream: JsonPreset = {
  name: "bluesky-jetstream",
  recognise(value) {
    return "did" in value && "time_us" in value;
  },
  read(value) {
    const commit = toObject(value["commit"]);
    if (value["kind"] !== "commit" || commit["operation"] !== "create") return [];
    const collection = toText(commit["collection"]);
    const read = readers[collection];
    if (!read) return [];
    const did = toText(value["did"]);
    return [
      createDraft({
        id: `at://${did}/${collection}/${toText(commit["rkey"])}`,
        account: did,
        at: toText(value["time_us"]),
        ...read(toObject(commit["record"])),
      }),
    ];
  },
};

const readers: Readonly<Record<string, (record: JsonObject) => Partial<Draft>>> = {
  "app.bsky.feed.post": readPost,
  "app.bsky.feed.like": (record) => onPost("like", record),
  "app.bsky.feed.repost": (record) => onPost("repost", record),
  "app.bsky.graph.follow": (record) => ({
    kind: "follow",
    objects: new ObjectCollector().add("account", record["subject"]).objects,
  }),
};

function onPost(kind: "like" | "repost", record: JsonObject): Partial<Draft> {
  return { kind, objects: new ObjectCollector().add("post", toObject(record["subject"])["uri"]).objects };
}

function readPost(record: JsonObject): Partial<Draft> {
  const parent = toText(toObject(toObject(record["reply"])["parent"])["uri"]);
  const features = toObjects(record["facets"]).flatMap((facet) => toObjects(facet["features"]));
  const embed = toObject(record["embed"]);
  const media = toObject(embed["media"] ?? embed);
  const collected = new ObjectCollector()
    .add("post", parent)
    .addAll(
      "url",
      features.map((feature) => feature["uri"]),
    )
    .add("url", toObject(media["external"])["uri"])
    .addAll(
      "hashtag",
      features.map((feature) => feature["tag"]),
    )
    .addAll(
      "mention",
      features.map((feature) => feature["did"]),
    )
    .addAll(
      "media",
      toObjects(media["images"]).map((image) => toLink(image["image"])),
    )
    .add("media", toLink(media["video"]));
  const quoted = toObject(toObject(embed["record"])["record"] ?? embed["record"])["uri"];
  if (parent === "") collected.add("post", quoted);
  return { kind: parent === "" ? "post" : "reply", text: toText(record["text"]), objects: collected.objects };
}

/** The content address of a blob. */
function toLink(blob: unknown): unknown {
  return toObject(toObject(blob)["ref"])["$link"];
}

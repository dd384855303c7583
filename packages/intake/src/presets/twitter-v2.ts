import { createDraft, type Draft } from "../door/draft.ts";
import { ObjectCollector } from "./collect-objects.ts";
import { toFirstText, toObject, toObjects, toText, type JsonObject, type JsonPreset } from "./json-preset.ts";

/** X API v2: pages of `data` and `includes` as twarc2 writes them, and its flattened tweets. */
export const twitterV2: JsonPreset = {
  name: "twitter-v2",
  recognise(value) {
    const page = toObjects(value["data"])[0];
    return page ? isTweet(page) : isTweet(value) || isTweet(toObject(value["data"]));
  },
  read(value) {
    if (isTweet(value)) return [toDraft(value, toObject(value["author"]))];
    const tweets = Array.isArray(value["data"]) ? toObjects(value["data"]) : [toObject(value["data"])];
    const users = new Map(toObjects(toObject(value["includes"])["users"]).map((user) => [toText(user["id"]), user]));
    return tweets.filter(isTweet).map((tweet) => toDraft(tweet, toObject(users.get(toText(tweet["author_id"])))));
  },
};

function isTweet(value: JsonObject): boolean {
  return "author_id" in value && "id" in value && "text" in value;
}

const kindOfReference: Readonly<Record<string, string>> = { retweeted: "repost", replied_to: "reply", quoted: "post" };

function toDraft(tweet: JsonObject, author: JsonObject): Draft {
  const references = toObjects(tweet["referenced_tweets"]);
  // A reply may quote too; what it answers is what it is done to.
  const main =
    references.find((reference) => reference["type"] === "retweeted") ??
    references.find((reference) => reference["type"] === "replied_to") ??
    references[0];
  const entities = toObject(tweet["entities"]);
  const collected = new ObjectCollector()
    .add("post", main?.["id"])
    .addAll("url", toObjects(entities["urls"]).filter(isOutward).map(toUrl))
    .addAll(
      "hashtag",
      toObjects(entities["hashtags"]).map((tag) => tag["tag"]),
    )
    .addAll(
      "mention",
      toObjects(entities["mentions"]).map((user) => toFirstText(user["id"], user["username"])),
    );
  const keys = toObject(tweet["attachments"])["media_keys"];
  if (Array.isArray(keys)) collected.addAll("media", keys);
  return createDraft({
    id: toText(tweet["id"]),
    account: toText(tweet["author_id"]),
    at: toText(tweet["created_at"]),
    kind: kindOfReference[toText(main?.["type"])] ?? "post",
    text: toFirstText(toObject(tweet["note_tweet"])["text"], tweet["text"]),
    objects: collected.objects,
    client: toText(tweet["source"]),
    created: toText(author["created_at"]),
  });
}

function toUrl(url: JsonObject): string {
  return toFirstText(url["unwound_url"], url["expanded_url"], url["url"]);
}

/** Media in a tweet appear among its addresses with a media key, and are counted as media. */
function isOutward(url: JsonObject): boolean {
  return !("media_key" in url);
}

import { createDraft, type Draft } from "../door/draft.ts";
import { ObjectCollector } from "./collect-objects.ts";
import { toFirstText, toObject, toObjects, toText, type JsonObject, type JsonPreset } from "./json-preset.ts";

/** Twitter API v1.1: statuses one by one, and pages of `statuses`. */
export const twitterV1: JsonPreset = {
  name: "twitter-v1",
  recognise(value) {
    return isStatus(value) || toObjects(value["statuses"]).some(isStatus);
  },
  read(value) {
    return isStatus(value) ? [toDraft(value)] : toObjects(value["statuses"]).filter(isStatus).map(toDraft);
  },
};

function isStatus(value: JsonObject): boolean {
  return "id_str" in value && "created_at" in value && "id_str" in toObject(value["user"]);
}

function toDraft(status: JsonObject): Draft {
  const user = toObject(status["user"]);
  const retweeted = toText(toObject(status["retweeted_status"])["id_str"]);
  const replied = toText(status["in_reply_to_status_id_str"]);
  const quoted = toFirstText(status["quoted_status_id_str"], toObject(status["quoted_status"])["id_str"]);
  const extended = toObject(status["extended_tweet"]);
  // Long tweets of the stream carry their whole text and entities apart.
  const entities = toObject(extended["entities"] ?? status["entities"]);
  const media = toObject(extended["extended_entities"] ?? status["extended_entities"] ?? entities)["media"];
  const collected = new ObjectCollector()
    .add("post", toFirstText(retweeted, replied, quoted))
    .addAll(
      "url",
      toObjects(entities["urls"]).map((url) => toFirstText(url["expanded_url"], url["url"])),
    )
    .addAll(
      "hashtag",
      toObjects(entities["hashtags"]).map((tag) => tag["text"]),
    )
    .addAll(
      "mention",
      toObjects(entities["user_mentions"]).map((mentioned) => mentioned["id_str"]),
    )
    .addAll(
      "media",
      toObjects(media).map((item) =>
        toFirstText(item["source_status_id_str"] ? "" : item["id_str"], item["media_url_https"]),
      ),
    );
  return createDraft({
    id: toText(status["id_str"]),
    account: toText(user["id_str"]),
    at: toText(status["created_at"]),
    kind: retweeted !== "" ? "repost" : replied !== "" ? "reply" : "post",
    text: toFirstText(extended["full_text"], status["full_text"], status["text"]),
    objects: collected.objects,
    client: toText(status["source"]).replaceAll(/<[^>]{0,400}>/g, ""),
    created: toText(user["created_at"]),
  });
}

import { createDraft } from "../door/draft.ts";
import { ObjectCollector } from "./collect-objects.ts";
import { toPlainText } from "./plain-text.ts";
import { toFirstText, toObject, toObjects, toText, type JsonPreset } from "./json-preset.ts";

/** Statuses of the Mastodon API, boosts included. */
export const mastodon: JsonPreset = {
  name: "mastodon",
  recognise(value) {
    const account = toObject(value["account"]);
    return "created_at" in value && "acct" in account && ("content" in value || "reblog" in value);
  },
  read(value) {
    const account = toObject(value["account"]);
    const boosted = toObject(value["reblog"]);
    const reblog = toFirstText(boosted["uri"], boosted["id"]);
    const replied = toText(value["in_reply_to_id"]);
    const collected = new ObjectCollector()
      .add("post", toFirstText(reblog, replied))
      .addAll(
        "hashtag",
        toObjects(value["tags"]).map((tag) => tag["name"]),
      )
      .addAll(
        "mention",
        toObjects(value["mentions"]).map((user) => toFirstText(user["acct"], user["id"])),
      )
      .addAll(
        "media",
        toObjects(value["media_attachments"]).map((item) => toFirstText(item["blurhash"], item["id"])),
      )
      .add("url", toObject(value["card"])["url"]);
    return [
      createDraft({
        id: toFirstText(value["uri"], value["id"]),
        account: toFirstText(account["acct"], account["id"]),
        at: toText(value["created_at"]),
        kind: reblog !== "" ? "repost" : replied !== "" ? "reply" : "post",
        text: reblog === "" ? toPlainText(toText(value["content"])) : "",
        objects: collected.objects,
        client: toText(toObject(value["application"])["name"]),
        created: toText(account["created_at"]),
      }),
    ];
  },
};

import { isCompact } from "./scripts.ts";

/** Whether two equal texts say anything about those who wrote them. */
export type TextWeight = "telling" | "short" | "greeting" | "emoji_only" | "boilerplate";

/** A Han character counts 1, any other letter or digit a third: about its share of a syllable. */
const weightMin = 6;
/** Different units: "哈哈哈哈哈哈" and "666666" are as common as a smile. */
const distinctUnitsMin = 5;

/**
 * Tells apart texts that many people write, or that a button writes for them, without agreeing on anything.
 * The rule looks at length, repetition and a closed list of set phrases; never at topic, stance or language:
 * 1. nothing left after normalising: `emoji_only` (stickers, signs, a bare link or mention);
 * 2. one of the set phrases once or several times, nothing else: `greeting` or `boilerplate` (what share buttons and repost forms insert);
 * 3. fewer than 6 Han characters or 18 letters, or fewer than 5 different units: `short`;
 * 4. otherwise `telling`.
 */
export function weighText(normalised: string): TextWeight {
  if (normalised === "") return "emoji_only";
  if (normalised.length <= phraseUnitsMax) {
    const phrase = setPhrase(normalised);
    if (phrase !== undefined) return phrase;
  }
  return isShort(normalised) ? "short" : "telling";
}

export function isTelling(normalised: string): boolean {
  return weighText(normalised) === "telling";
}

function isShort(normalised: string): boolean {
  let thirds = 0;
  let distinct = 0;
  for (let i = 0; i < normalised.length; i += 1) {
    thirds += isCompact(normalised.charCodeAt(i)) ? 3 : 1;
    if (distinct < distinctUnitsMin && normalised.indexOf(normalised.charAt(i)) === i) distinct += 1;
    if (thirds >= 3 * weightMin && distinct >= distinctUnitsMin) return false;
  }
  return true;
}

const phraseUnitsMax = 60;

const greetings =
  "早上好|早安|上午好|中午好|下午好|晚上好|晚安|大家好|你好|您好|生日快乐|新年快乐|新春快乐|春节快乐|中秋快乐|国庆快乐|圣诞快乐|元旦快乐|节日快乐|" +
  "恭喜发财|万事如意|谢谢|感谢|谢谢分享|感谢分享|大家早上好|大家晚上好|good morning|good night|good evening|good afternoon|hello|hi|hello everyone|" +
  "happy birthday|happy new year|merry christmas|happy holidays|thank you|thanks|thank you so much|thanks for sharing|congratulations|welcome";

const boilerplate =
  "转发微博|转发|转|分享|分享图片|分享视频|分享自|轻转发|快转微博|转发理由|我参与了|我在看|我发表了头条文章|我分享了|我发布了|原微博已删除|回复|来自|图片评论|" +
  "repost|retweet|rt|via|share|shared a post|shared a link|shared a photo|shared via|sent from my iphone|check this out|read more|" +
  "i liked a youtube video|i added a video to a youtube playlist|just posted a photo|just posted a video";

const phrases: ReadonlyMap<string, TextWeight> = new Map([
  ...greetings.split("|").map((phrase) => [phrase, "greeting"] as const),
  ...boilerplate.split("|").map((phrase) => [phrase, "boilerplate"] as const),
]);

/** A set phrase, alone or repeated: 转发转发转发微博. */
function setPhrase(normalised: string): TextWeight | undefined {
  let rest = normalised;
  let found: TextWeight | undefined;
  while (rest !== "") {
    const phrase = longestPhrase(rest);
    if (phrase === undefined) return undefined;
    found ??= phrases.get(phrase);
    rest = rest.slice(phrase.length).trimStart();
  }
  return found;
}

function longestPhrase(text: string): string | undefined {
  for (let length = Math.min(text.length, phraseUnitsMax); length > 0; length -= 1) {
    const phrase = text.slice(0, length);
    const isWhole = length === text.length || text.charAt(length) === " " || isCompact(text.charCodeAt(length - 1));
    if (isWhole && phrases.has(phrase)) return phrase;
  }
  return undefined;
}

import { createSampleIndex, defaultSampleOptions } from "@breakwater/engine/samples";
import { isTelling, normaliseText } from "@breakwater/engine/text";
import { maskIdentifiers, maskKinds } from "@breakwater/intake";
import type { Action } from "@breakwater/records";
import { Arrivals } from "./arrivals.ts";

export type DoorSamplesOptions = {
  /** How long a post counts after it came. */
  readonly windowMs: number;
  /** Posts that count at once; the oldest makes room for the newest. */
  readonly postsMax: number;
  /** Wordings that later texts are compared with; the oldest makes room for the newest. */
  readonly wordingsMax: number;
};

export const defaultDoorSamplesOptions: DoorSamplesOptions = {
  windowMs: 86_400_000,
  postsMax: 200_000,
  wordingsMax: 65_536,
};

/** A post as the platform names it. `at`: when it came, ms since 1970. */
export type DoorPost = {
  readonly source: string;
  readonly id: string;
  readonly account: string;
  readonly text: string;
  readonly at: number;
};

/** How many posts of the window say nearly the same, of how many accounts, and when the first of them came. */
export type SampleCount = { readonly posts: number; readonly accounts: number; readonly firstAt: number };

/** What the action log tells: the part of its records that matters here. */
export type SampleRecord =
  | { readonly kind: "action" | "edit"; readonly source: string; readonly action: Action }
  | { readonly kind: "deletion"; readonly source: string; readonly id: string }
  | { readonly kind: "watermark" };

/**
 * Samples among the posts of the last hours, held by one owner: every method is one synchronous step, so that of copies that come at the
 * same time each counts those before it. Texts that many people write without agreeing on anything ("转发", "happy birthday") are in none. Masked and
 * normalised texts are held, in memory alone. Cost: a look-up for a text that is known, else about 30 µs.
 */
export interface DoorSamples {
  /** What there is of a text, the post of this id left out; null where there is nothing. Nothing is kept of it. */
  look(text: string, at: number, self?: Pick<DoorPost, "source" | "id">): SampleCount | null;
  /** The same, and the post counts from now on. A post that counts already does not count twice. */
  put(post: DoorPost): SampleCount | null;
  /** The post counts no longer, and its text is gone unless others wrote the same. False where it did not count. */
  forget(source: string, id: string): boolean;
  /** Whether the post counts now. */
  has(source: string, id: string): boolean;
  /** Follows the action log: what was appended, edited and taken away. */
  follow(record: SampleRecord): void;
  /** Posts that count now. */
  readonly size: number;
}

type NewPost = { readonly key: string; readonly account: string; readonly normalised: string; readonly number: number };
type Text = { readonly key: string; readonly sample: number; posts: number };
type Post = { readonly key: string; readonly account: string; readonly at: number; readonly text: Text };
type Crowd = {
  readonly posts: Arrivals<Post>;
  readonly accounts: Map<string, number>;
  readonly texts: Map<string, Text>;
};
/** Most samples are one post, which needs no sets around it: without them all samples take half of the memory. */
type Sample = Post | Crowd;

export function createDoorSamples(options: DoorSamplesOptions = defaultDoorSamplesOptions): DoorSamples {
  const { windowMs, postsMax, wordingsMax } = options;
  const index = createSampleIndex({
    ...defaultSampleOptions,
    itemsMax: wordingsMax,
    entriesMax: wordingsMax * entriesPerWording,
    exactMax: 2 * wordingsMax,
    windowMs,
  });
  const samples = new Map<number, Sample>();
  /** The order in which they came is that of their times. */
  const posts = new Arrivals<Post>();
  let clock = 0;

  /** Times of the index never fall; a post that says it is older counts as if it came now. */
  const advance = (at: number): void => {
    clock = Math.max(clock, at);
    for (let post = posts.oldest(); post !== undefined; post = posts.oldest()) {
      if (post.at >= clock - windowMs && posts.size <= postsMax) break;
      remove(post);
    }
  };

  function remove(post: Post): void {
    posts.delete(post.key);
    const sample = samples.get(post.text.sample);
    if (sample === undefined) return;
    if (!isCrowd(sample)) {
      samples.delete(post.text.sample);
      return;
    }
    sample.posts.delete(post.key);
    const left = (sample.accounts.get(post.account) ?? 1) - 1;
    if (left > 0) sample.accounts.set(post.account, left);
    else sample.accounts.delete(post.account);
    post.text.posts -= 1;
    if (post.text.posts === 0) sample.texts.delete(post.text.key);
    if (sample.posts.size === 0) samples.delete(post.text.sample);
  }

  function insert({ key, account, normalised, number }: NewPost): void {
    const alone = samples.get(number);
    const crowd = alone === undefined ? null : toCrowd(alone);
    const text = crowd?.texts.get(normalised) ?? { key: normalised, sample: number, posts: 0 };
    text.posts += 1;
    const post = { key, account, at: clock, text };
    posts.add(post);
    samples.set(number, crowd ?? post);
    if (crowd === null) return;
    crowd.texts.set(normalised, text);
    crowd.posts.add(post);
    crowd.accounts.set(account, (crowd.accounts.get(account) ?? 0) + 1);
  }

  function forget(source: string, id: string): boolean {
    const post = posts.get(keyOf(source, id));
    if (post === undefined) return false;
    const { key, sample } = post.text;
    remove(post);
    const left = samples.get(sample);
    const heir = left !== undefined && isCrowd(left) ? left.texts.keys().next().value : undefined;
    if (left === undefined || post.text.posts === 0) index.forget(key, heir);
    return true;
  }

  function put({ source, id, account, text, at }: DoorPost): SampleCount | null {
    advance(at);
    const key = keyOf(source, id);
    const held = posts.get(key);
    if (held !== undefined) return count(samples.get(held.text.sample), held);
    const normalised = toNormalised(text);
    if (normalised === null) return null;
    const number = index.add(normalised, clock).sample;
    const before = count(samples.get(number));
    insert({ key, account, normalised, number });
    advance(clock);
    return before;
  }

  return {
    look(text, at, self) {
      advance(at);
      const normalised = toNormalised(text);
      if (normalised === null) return null;
      const own = self === undefined ? undefined : posts.get(keyOf(self.source, self.id));
      return count(samples.get(index.find(normalised, clock)), own);
    },
    put,
    forget,
    has: (source, id) => posts.get(keyOf(source, id)) !== undefined,
    follow(record) {
      if (record.kind === "watermark") return;
      if (record.kind === "deletion") {
        forget(record.source, record.id);
        return;
      }
      const { source, action } = record;
      if (record.kind === "edit") forget(source, action.id);
      if (action.text === undefined) return;
      put({ source, id: action.id, account: action.account, text: action.text, at: action.at });
    },
    get size() {
      return posts.size;
    },
  };
}

/** A text of 140 characters leaves about so many. */
const entriesPerWording = 48;

/** What stands for a number of a person: two posts are not alike by having one. */
const marks = new RegExp(String.raw`\[masked:(?:${maskKinds.join("|")})\]`, "g");

function keyOf(source: string, id: string): string {
  return `${source}\n${id}`;
}

/** Null for what says nothing of whoever writes it. */
function toNormalised(text: string): string | null {
  const normalised = normaliseText(maskIdentifiers(text).text.replaceAll(marks, " "));
  return isTelling(normalised) ? normalised : null;
}

function isCrowd(sample: Sample): sample is Crowd {
  return "posts" in sample;
}

function toCrowd(sample: Sample): Crowd {
  if (isCrowd(sample)) return sample;
  const posts = new Arrivals<Post>();
  posts.add(sample);
  return {
    posts,
    accounts: new Map([[sample.account, 1]]),
    texts: new Map([[sample.text.key, sample.text]]),
  };
}

/** Without `own`, which is in the sample or not. */
function count(sample: Sample | undefined, own?: Post): SampleCount | null {
  if (sample === undefined || sample === own) return null;
  if (!isCrowd(sample)) return { posts: 1, accounts: 1, firstAt: sample.at };
  const isOwnHere = own !== undefined && sample.posts.has(own);
  const size = sample.posts.size - Number(isOwnHere);
  if (size === 0) return null;
  const isOnlyOne = isOwnHere && sample.accounts.get(own.account) === 1;
  return {
    posts: size,
    accounts: sample.accounts.size - Number(isOnlyOne),
    firstAt: sample.posts.oldestBeside(own)?.at ?? 0,
  };
}

import { publishRules, readRules } from "./rules.ts";
import { awaitOpenGroup, awaitPastCampaign, playCampaign, playMark } from "./campaign.ts";
import {
  playAuthentic,
  playEmergency,
  playHandOver,
  playHearing,
  playInvestigation,
  playLabel,
  playMute,
  playProposal,
} from "./cases.ts";
import { playClaims } from "./claims.ts";
import { playAuthority, playSupport } from "./desks.ts";
import { acceptAs, until, type Hands, type Post } from "./hands.ts";
import { must, playReports } from "./reports.ts";

const rulesWithinMs = 60_000;
/** Of the rules that ship, all of which come into force. */
const rulesMin = 11;

/** Named, so that what was begun is not begun again: what a stop broke off stays as it is. */
export type Chapter = "claims" | "cases" | "campaign" | "mark";

export type StoryBook = {
  readonly isBegun: (chapter: Chapter) => boolean;
  readonly onBegun: (chapter: Chapter) => void;
  /** A chapter that broke off; the others go on. */
  readonly onFailure: (chapter: Chapter, error: unknown) => void;
};

/** Plays what the operator's people and the community's did, through the API, so that every screen has something to show. */
export async function playStory(hands: Omit<Hands, "rules">, book: StoryBook): Promise<void> {
  const play = async <T>(chapter: Chapter, wait: () => Promise<T>, act: (found: T) => Promise<void>): Promise<void> => {
    if (book.isBegun(chapter)) return;
    try {
      const found = await wait();
      book.onBegun(chapter);
      await act(found);
    } catch (error) {
      if (!hands.signal.aborted) book.onFailure(chapter, error);
    }
  };
  await publishRules(hands.as("eda"), hands.as("leo"));
  const unruled: Hands = { ...hands, rules: new Map() };
  const rules = await until(
    unruled,
    async () => {
      const found = await readRules(hands.as("eda"));
      return found.size >= rulesMin ? found : null;
    },
    rulesWithinMs,
  );
  const all: Hands = { ...hands, rules };
  await Promise.all([
    play("claims", atOnce, () => playClaims(all)),
    play("cases", atOnce, () => playCases(all)),
    play(
      "campaign",
      () => awaitPastCampaign(all),
      (past) => playCampaign(all, past),
    ),
    play(
      "mark",
      () => awaitOpenGroup(all),
      (group) => playMark(all, group),
    ),
  ]);
}

async function atOnce(): Promise<void> {}

async function playCases(hands: Hands): Promise<void> {
  const { as } = hands;
  const posts = [...hands.posts.values()];
  const post = (index: number): Post => must(posts[index]);
  const reported = await playReports(hands, posts);
  await acceptAs(as("tian"), reported.copy, { priority: "P3", caseType: "impersonation" });
  await Promise.all([
    playHearing(hands, reported.fraud, post(0)),
    playInvestigation(hands, reported.impersonation, post(1)),
    playEmergency(hands, reported.exposed, post(3)),
    playLabel(hands, post(6)),
    playMute(hands, post(7)),
    playProposal(hands, post(8)),
    playAuthentic(hands, posts.slice(9, 14)),
    playAuthority(hands, posts.slice(14, 16)),
    playSupport(hands, post(16)),
    playHandOver(hands, post(17)),
  ]);
}

import { campaignRules } from "./campaign-rules.ts";
import { harmRules } from "./harm-rules.ts";
import { ownTerms, promptOnly, say, type StarterRule } from "./starter-rule.ts";

export type { StarterRule } from "./starter-rule.ts";

const determinedRule: StarterRule = {
  id: "DC-1",
  content: {
    title: say("Repeating a claim after a published determination", "已有公布认定后重复同一说法"),
    text: say(
      "Whoever is about to post a claim that a published determination found to be false is shown the determination, alone and once. The post goes out as its author decides.",
      "发布者将要发布的说法如经公布的认定为不实，仅向其本人提示该认定一次。是否发布由作者决定。",
    ),
    falls: [
      say(
        "A post that repeats word for word what a published determination is about.",
        "逐字重复已公布认定所涉说法的内容。",
      ),
    ],
    spares: [
      say(
        "A post that quotes the claim to correct it, asks about it, or jokes about it.",
        "为更正、询问或玩笑而引用该说法。",
      ),
      say(
        "A claim of which nothing was determined, or whose determination was withdrawn.",
        "尚无认定或认定已撤回的说法。",
      ),
    ],
    tests: [
      {
        behaviour: "repeats_determined_claim",
        shows: say(
          "The published determination that stands, and the words of the post that repeat the claim.",
          "现行有效的公布认定，以及内容中重复该说法的文字。",
        ),
      },
    ],
    ladder: promptOnly,
    ground: "incompatible",
    groundName: ownTerms,
    category: "STATEMENT_CATEGORY_OTHER_VIOLATION_TC",
    keywords: [],
  },
};

/** The rules that ship, in both languages. They bind nobody before the operator's people have reviewed and published them. */
export const starterRules: readonly StarterRule[] = [...campaignRules, ...harmRules, determinedRule];

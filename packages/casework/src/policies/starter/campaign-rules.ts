import { campaignLadder, moneyLadder, ownTerms, say, type StarterRule } from "./starter-rule.ts";

/** Rules against pretence by many accounts. */
export const campaignRules: readonly StarterRule[] = [
  {
    id: "IA-1",
    content: {
      title: say("Accounts run by one hand that pose as many", "一方操控、冒充众人的账号"),
      text: say(
        "Nobody runs accounts that pose as unrelated people and act in step, to make something look more widely shared than it is. Acting together openly is free: what counts is the pretence.",
        "不得操控账号冒充互不相关的人并步调一致地行动，使某事看似有更多人参与。公开地共同行动不受限制：违规的是冒充。",
      ),
      falls: [
        say(
          "Forty accounts, registered within one hour, that post the same text within seconds on six occasions.",
          "一小时内注册的四十个账号，六次在数秒内发布同一段文字。",
        ),
        say(
          "Accounts that slept for a year and wake on the same day to like the same items in the same order.",
          "沉睡一年的账号在同一天苏醒，按相同次序点赞相同内容。",
        ),
      ],
      spares: [
        say(
          "A petition or a call to act that people copy and post from accounts of their own.",
          "人们复制呼吁或联署文字，用自己的账号发布。",
        ),
        say(
          "A fan club that posts at an agreed hour, or a newsroom that schedules its posts.",
          "粉丝会约定时间发布，或编辑部定时发布。",
        ),
        say("Many people behind one shared network address.", "许多人共用同一网络出口。"),
      ],
      tests: [
        {
          behaviour: "shares_one_hand",
          shows: say(
            "Evidence of this account alone that it is run together with others and hides it: origin, devices, machine rhythm or hire.",
            "仅就该账号，有证据显示它与其他账号由同一方操控并隐瞒：来源、设备、机器节律或受雇。",
          ),
        },
        {
          behaviour: "acts_in_step",
          shows: say(
            "Action in step with the others on several occasions, beyond what chance and a shared cause explain.",
            "多次与其他账号步调一致，超出巧合与共同起因所能解释的程度。",
          ),
        },
      ],
      ladder: campaignLadder,
      ground: "incompatible",
      groundName: ownTerms,
      category: "STATEMENT_CATEGORY_SCAMS_AND_FRAUD",
      keywords: ["KEYWORD_INAUTHENTIC_ACCOUNTS"],
    },
  },
  {
    id: "IA-2",
    content: {
      title: say("Trade in accounts", "账号买卖"),
      text: say(
        "Nobody sells, buys, rents or hands over accounts so that somebody else posts under a standing that is not theirs.",
        "不得出售、购买、出租或转让账号，让他人以并非自己的身份发布内容。",
      ),
      falls: [
        say("An offer of two hundred aged accounts with their followers.", "兜售两百个带关注者的老账号。"),
        say(
          "An account bought through such an offer that then posts for its buyer as if nothing had changed.",
          "经此购得的账号若无其事地替买家发布内容。",
        ),
      ],
      spares: [
        say("A club or shop whose account passes to the next person in charge.", "社团或店铺的账号移交给接任者。"),
        say("A new phone, or a password changed after a theft.", "更换手机，或被盗后修改密码。"),
      ],
      tests: [
        {
          behaviour: "trades_accounts",
          shows: say(
            "An offer, a payment or another trace of the sale; a changed device alone is none.",
            "有出售要约、付款或其他交易痕迹；仅更换设备不算。",
          ),
        },
      ],
      ladder: moneyLadder,
      ground: "incompatible",
      groundName: ownTerms,
      category: "STATEMENT_CATEGORY_SCAMS_AND_FRAUD",
      keywords: ["KEYWORD_INAUTHENTIC_ACCOUNTS"],
    },
  },
  {
    id: "FE-1",
    content: {
      title: say("Bought or made-up counts", "刷量"),
      text: say(
        "Nobody pays for, sells or automates likes, follows, joins, reviews or prize claims to make counts that nobody stands behind.",
        "不得付费、出售或以自动方式制造点赞、关注、进房、评价或领奖等虚增的数量。",
      ),
      falls: [
        say("Two thousand joins of one live room from one device farm.", "同一设备群向一个直播间刷入两千次进房。"),
        say("Reviews of a product, posted for a fee by accounts that never bought it.", "从未购买者收费发布商品评价。"),
      ],
      spares: [
        say("Many people who join at once because a known host begins.", "受欢迎的主持人开播，许多人同时进入。"),
        say("A sharing button that fills in the same words for everybody.", "分享按钮为所有人填入相同文字。"),
      ],
      tests: [
        {
          behaviour: "inflates_counts",
          shows: say(
            "Actions of this account that machines or pay explain, and people do not.",
            "该账号的行为只能以机器或酬劳解释，而不能以真人解释。",
          ),
        },
      ],
      ladder: moneyLadder,
      ground: "incompatible",
      groundName: ownTerms,
      category: "STATEMENT_CATEGORY_CONSUMER_INFORMATION",
      keywords: ["KEYWORD_INAUTHENTIC_USER_REVIEWS"],
    },
  },
  {
    id: "UP-1",
    content: {
      title: say("Undisclosed payment", "未披露的酬劳"),
      text: say(
        "Whoever is paid to post says so in the post. Nobody pays others to post without saying so.",
        "收费发布内容者须在内容中标明。不得付费让他人发布而不标明。",
      ),
      falls: [
        say(
          "Reposts at a fixed fee each, with a brief that asks to keep the fee quiet.",
          "按条收费转发，并要求不得透露酬劳。",
        ),
        say("A paid product test that is told as a chance find.", "收费的产品体验说成偶然发现。"),
      ],
      spares: [
        say("A post marked as an advertisement.", "已标明为广告的内容。"),
        say("Somebody who likes what they bought with their own money.", "用自己的钱购买后表示喜欢。"),
      ],
      tests: [
        {
          behaviour: "hides_payment",
          shows: say(
            "An offer, a brief or a payment for this post, and no mark that tells of it.",
            "有针对该内容的要约、任务书或付款，而内容未作标明。",
          ),
        },
      ],
      ladder: moneyLadder,
      ground: "incompatible",
      groundName: ownTerms,
      category: "STATEMENT_CATEGORY_CONSUMER_INFORMATION",
      keywords: ["KEYWORD_HIDDEN_ADVERTISEMENT"],
    },
  },
  {
    id: "MR-1",
    content: {
      title: say("Reports in bad faith by many", "明知无据的批量举报"),
      text: say(
        "Nobody sends reports in step with others, knowing them to be unfounded, to have somebody else's posts or account taken down.",
        "不得明知没有依据而与他人步调一致地举报，以使他人的内容或账号被处理。",
      ),
      falls: [
        say(
          "Dozens of reports of one account within five minutes, all with the same copied words about a post that does not exist.",
          "五分钟内同一账号被举报数十次，文字相同，所称内容并不存在。",
        ),
      ],
      spares: [
        say("Many who report the same post because many saw it.", "许多人看到同一内容而分别举报。"),
        say("A report that turns out to be wrong and was meant well.", "出于善意而有误的举报。"),
      ],
      tests: [
        {
          behaviour: "reports_in_bad_faith",
          shows: say(
            "Several manifestly unfounded reports of this account's holder, and what shows that they knew.",
            "该账号持有人多次举报明显没有依据，并有证据显示其明知。",
          ),
        },
      ],
      ladder: {
        minor: [0, 1],
        moderate: [0, 1],
        serious: [0, 1, 4],
        critical: [1, 4, 7],
      },
      ground: "incompatible",
      groundName: ownTerms,
      category: "STATEMENT_CATEGORY_OTHER_VIOLATION_TC",
      keywords: ["KEYWORD_COORDINATED_HARM"],
    },
  },
];

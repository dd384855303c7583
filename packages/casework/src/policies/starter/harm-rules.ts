import { harmLadder, moneyLadder, ownTerms, say, type StarterRule } from "./starter-rule.ts";

/** Rules against harm that is done to somebody. */
export const harmRules: readonly StarterRule[] = [
  {
    id: "IM-1",
    content: {
      title: say("Impersonation", "冒充他人"),
      text: say(
        "Nobody poses as another person or body by taking their name, picture or marks, so that others take the account for theirs.",
        "不得使用他人或他方的名称、头像或标识冒充其账号，使人误认。",
      ),
      falls: [
        say(
          "An account with a shop's name and sign that asks its customers for their codes.",
          "用店铺的名称和标识向其顾客索要验证码。",
        ),
      ],
      spares: [
        say("Parody, fan and comment accounts that say what they are.", "标明性质的戏仿、粉丝或评论账号。"),
        say("Two people with the same name.", "两人同名。"),
      ],
      tests: [
        {
          behaviour: "poses_as_other",
          shows: say(
            "Name, picture or marks that were taken, nothing that says so, and somebody who took it for the other.",
            "盗用名称、头像或标识而未说明，且有人误认。",
          ),
        },
      ],
      ladder: harmLadder,
      ground: "incompatible",
      groundName: ownTerms,
      category: "STATEMENT_CATEGORY_SCAMS_AND_FRAUD",
      keywords: ["KEYWORD_IMPERSONATION_ACCOUNT_HIJACKING"],
    },
  },
  {
    id: "DX-1",
    content: {
      title: say("Exposing private identifiers", "曝光个人识别信息"),
      text: say(
        "Nobody publishes another person's home address, telephone or document number, or the like, without their consent, nor collects them to be published.",
        "未经同意，不得公开他人的住址、电话、证件号码等信息，也不得为公开而收集。",
      ),
      falls: [
        say("A post with a private person's telephone number and the call to ring it.", "公开他人电话并号召拨打。"),
        say("An offer to look up anybody's address for a fee.", "收费代查任何人住址。"),
      ],
      spares: [
        say("A business address or the published number of an office.", "营业地址或办公室对外的电话。"),
        say("A name in a report on how somebody did their public duty.", "报道他人执行公务时提及姓名。"),
      ],
      tests: [
        {
          behaviour: "exposes_identifier",
          shows: say(
            "The kind of identifier and the place where it stood; its value is not copied into the case.",
            "识别信息的种类及出现位置；其内容不写入案件。",
          ),
        },
      ],
      ladder: harmLadder,
      ground: "illegal",
      groundName: say("Law on the protection of personal data", "个人信息保护法律"),
      category: "STATEMENT_CATEGORY_DATA_PROTECTION_AND_PRIVACY_VIOLATIONS",
      keywords: ["KEYWORD_MISSING_PROCESSING_GROUND"],
    },
  },
  {
    id: "HH-1",
    content: {
      title: say("Abuse for hire", "有偿代骂"),
      text: say(
        "Nobody hires others, or is hired, to send abuse or threats to a private person, or to drive others to do so.",
        "不得雇用他人或受雇向普通个人发送辱骂、威胁，或驱使他人这样做。",
      ),
      falls: [
        say(
          "A price list for insults by the hundred, and the accounts that carry it out.",
          "按百条计价的辱骂服务，及执行的账号。",
        ),
      ],
      spares: [
        say("Harsh words by many who were asked by nobody.", "无人雇请而许多人言辞激烈。"),
        say("A bad review, or a call not to buy something.", "差评，或呼吁不要购买。"),
      ],
      tests: [
        {
          behaviour: "hires_or_is_hired",
          shows: say(
            "An offer, a brief or a payment that this account took part in.",
            "该账号参与的要约、任务书或付款。",
          ),
        },
        {
          behaviour: "singles_out_a_person",
          shows: say(
            "Repeated abuse or threats that this account sent to one private person.",
            "该账号向同一普通个人多次发送的辱骂或威胁。",
          ),
        },
      ],
      ladder: harmLadder,
      ground: "incompatible",
      groundName: ownTerms,
      category: "STATEMENT_CATEGORY_CYBER_VIOLENCE",
      keywords: ["KEYWORD_CYBER_HARASSMENT"],
    },
  },
  {
    id: "EX-1",
    content: {
      title: say("Demands under threat of posting", "以发布相要挟"),
      text: say(
        "Nobody demands money or favours by threatening to post or to keep posting. What was posted stays; it is the demand that falls under this rule.",
        "不得以发布或继续发布内容相威胁，索要钱财或好处。内容本身保留；违规的是索要。",
      ),
      falls: [
        say("A message: pay by the end of the week, or the next post follows.", "私信：一周内付款，否则再发一篇。"),
      ],
      spares: [say("A customer who asks for their money back and posts about it.", "顾客要求退款并发帖讲述经过。")],
      tests: [
        {
          behaviour: "demands_under_threat",
          shows: say("The demand itself, with its sum or favour and its term.", "索要本身，含金额或好处及期限。"),
        },
      ],
      ladder: harmLadder,
      ground: "illegal",
      groundName: say("Criminal law: extortion", "刑法：敲诈勒索"),
      category: "STATEMENT_CATEGORY_SCAMS_AND_FRAUD",
      keywords: ["KEYWORD_OTHER"],
    },
  },
  {
    id: "FR-1",
    content: {
      title: say("Fraud", "欺诈"),
      text: say(
        "Nobody uses accounts to deceive others out of money, goods, codes or access.",
        "不得利用账号骗取他人的钱财、物品、验证码或权限。",
      ),
      falls: [
        say(
          "A shop that takes payment, sends nothing and opens again under another name.",
          "店铺收款不发货，又换名重开。",
        ),
        say("A message that poses as the help desk and asks for a code.", "冒充客服索要验证码。"),
      ],
      spares: [
        say("A late delivery, or a quarrel over quality.", "延迟发货或质量纠纷。"),
        say("A warning about a fraud that quotes its message.", "引用骗术原文的提醒。"),
      ],
      tests: [
        {
          behaviour: "deceives_for_gain",
          shows: say(
            "What was promised, what was taken, and by which account.",
            "承诺了什么、拿走了什么、由哪个账号所为。",
          ),
        },
      ],
      ladder: {
        ...moneyLadder,
        serious: [1, 4, 5, 6, 7, 8],
        critical: [5, 6, 7, 8, 9, 10],
      },
      ground: "illegal",
      groundName: say("Criminal law: fraud", "刑法：诈骗"),
      category: "STATEMENT_CATEGORY_SCAMS_AND_FRAUD",
      keywords: ["KEYWORD_PHISHING"],
    },
  },
];

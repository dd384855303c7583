import type { LetterWords } from "./words-en.ts";

export const wordsZhHans: LetterWords = {
  yourAccount: "您的账号",
  headings: {
    what: "发生了什么",
    facts: "目前了解到的情况",
    rule: "依据的规则",
    why: "原因",
    answers: "对您各点意见的答复",
    duration: "持续多久",
    machines: "人与程序",
    next: "您可以做什么",
    outside: "平台之外的途径",
  },
  outside: (disputeBody, court) =>
    disputeBody === "" || court === "" ? "" : `您也可以求助庭外争议解决机构（${disputeBody}）或法院（${court}）。`,
  here: (link) => `您可以在此查看并答复：${link}。无需登录账号。`,
  hearing: {
    subject: "在作出任何决定之前，想听听您的说法",
    what: "我们正在了解一件与您账号有关的事。目前没有作出任何决定，您的账号也没有任何变化。",
    next: (hours, link) =>
      `您可以在收到本消息后 ${hours} 小时内答复：${link}。无需登录账号。作出决定的人会逐字阅读您的答复。如果您不答复，我们将根据已知情况决定。`,
  },
  hold: {
    subject: "您的一则内容暂缓展示",
    what: (item) => `我们暂缓展示${item}，并未移除。`,
    until: (end) => `除非有人提前作出决定，否则将于 ${end} 自动恢复。`,
    triggers: {
      decided_removal: "程序识别出它与人工已决定移除的内容相同。",
      equal_rate_limit: "发布速度超过了对所有人一视同仁的限制。",
      exposed_identifier: "程序发现其中可能含有他人的证件号、银行卡号或电话号码。",
      person_emergency: "因可能有人处于危险之中，我们的工作人员将其暂缓展示。",
    },
    next: (link) => `如果您认为不对，请在此告诉我们：${link}。无需登录账号。`,
  },
  appeal: {
    subject: "您的异议处理结果",
    outcomes: {
      upheld: "未参与原决定的人重新审查后，维持原决定。",
      partially_reversed: "未参与原决定的人重新审查后，撤回原决定的一部分。",
      reversed: "未参与原决定的人重新审查后，认定原决定有误，全部撤回。",
      omitted: "您的异议未就实质内容作出决定即告结束，原因见以下答复。",
    },
    answer: (place, point, answer) => `${place}. 您写道：“${point}”——${answer}`,
    machines: "由人作出决定，而非程序。",
  },
  restored: {
    subject: "已为您恢复",
    what: "该决定对您账号所作的一切改变均已恢复，包括受限的功能以及曾记在您名下的记录。",
    next: (link) => `该决定及其结果仍可在此查看：${link}。`,
  },
  report: {
    subject: "您的举报处理结果",
    about: (id, day) => `您于 ${day} 提交的举报 ${id} 已有处理结果。`,
    machines: "由人作出决定，而非程序。",
    next: (link) => `您可以在此查看，并在可行时提出异议：${link}。无需登录账号。`,
  },
  outcomes: {
    action_taken: "我们认定其违反规则或法律，并已采取措施。为保护所有人的隐私，我们不说明具体措施和对象。",
    expired: "未能在期限内作出决定。这是我们的疏失，会计入公开数据。您可以再次举报。",
    dismissed_duplicate: "相同内容此前已有举报，一并处理。",
    dismissed_insufficient: "现有材料不足以展开了解。您可以补充材料后再次举报。",
    dismissed_out_of_scope: "不属于我们的规则所涉及的范围。",
    dismissed_authentic: "我们认定这些是各自行事的真实用户，即使他们行动一致。",
    dismissed_opinion: "这属于意见表达。我们不对意见采取措施。",
    no_action_authentic_coordination: "经了解，这些人公开地一致行动，这是允许的。",
    no_action_no_violation: "经了解，没有违反任何规则。",
    no_action_insufficient_evidence: "经了解，证据不足以对任何人采取措施。",
    no_action_opinion: "经了解，这属于意见表达。我们不对意见采取措施。",
    no_action_corrected_by_author: "经了解，作者已自行更正。",
    no_action_already_decided: "经了解，此事先前已有决定。",
  },
  warned: {
    subject: "关于您的举报的提醒",
    what: "您的多次举报被认定为明显不可能出于善意。如继续出现，我们可能在一段时间内不再处理您的举报。",
    next: "善意的误判不会计入：请继续举报您认为违反规则的内容。",
  },
  suspended: {
    subject: "我们将在一段时间内不处理您的举报",
    what: (until) =>
      `在提醒之后，您的举报仍被认定为明显不可能出于善意。在 ${until} 之前，我们不处理您的举报。涉及儿童性侵害的举报始终会被处理。`,
    factors: (gravity, intent) => (gravity === "" || intent === "" ? "" : `${gravity} ${intent}`),
    next: "如果您认为不对，请回复本消息：将由未参与此事的人重新审查。",
  },
  receipt: {
    heading: "账本回执，请您保存",
    text: (entry) =>
      `本消息所述之事是账本中的第 ${entry} 号记录；账本只能增加，不能改动。下面是账本的检查点：请保存。此前的记录今后若有任何更改或删除，您可凭它证明。`,
    check: (log) =>
      `核验方法：把下面几行另存为文件，用自由软件 Breakwater 运行：breakwater verify ${log} --checkpoint 文件`,
  },
};

/** What the people of the story write. */
type Words = {
  readonly language: "en" | "zh-Hans";
  readonly alternatives: string;
  readonly proportionality: string;
  readonly approval: string;
  readonly report: {
    readonly fraud: string;
    readonly impersonation: string;
    readonly exposed: string;
    readonly dislike: string;
  };
  readonly observed: {
    readonly threat: string;
    readonly payment: string;
    readonly choir: string;
    readonly tickets: string;
  };
  readonly held: {
    readonly campaign: string;
    readonly fraud: string;
    readonly threat: string;
    readonly payment: string;
    readonly exposed: string;
  };
  readonly facts: Words["held"];
  readonly weights: {
    readonly deception: string;
    readonly harm: string;
    readonly money: string;
    readonly scale: string;
  };
  readonly emergency: string;
  readonly question: string;
  readonly handOver: { readonly purpose: string; readonly question: string };
  /** What a reader says is wrong with the determination that is published. */
  readonly reader: string;
  readonly reply: string;
  readonly objection: { readonly choir: string; readonly waiting: string };
  readonly answer: string;
  readonly mark: string;
  readonly operation: { readonly name: string; readonly scope: string };
  readonly gap: string;
  readonly unmasking: string;
  readonly authority: {
    readonly name: string;
    readonly basis: string;
    readonly explanation: string;
    readonly redress: string;
    readonly byTelephone: string;
    readonly refusal: string;
  };
  readonly claims: {
    readonly published: {
      readonly claim: string;
      readonly title: string;
      readonly explanation: string;
      readonly rightOfReply: string;
    };
    readonly draft: { readonly claim: string; readonly title: string; readonly explanation: string };
    readonly correction: { readonly explanation: string; readonly reason: string };
  };
};

export type StoryWords = Words;

const en: Words = {
  language: "en",
  alternatives: "A shared cause was considered: the accounts have nothing else in common, and one origin.",
  proportionality: "A label alone would leave the pretence as it is.",
  approval: "I read the evidence of each account by itself. No lower measure would do.",
  report: {
    fraud: "They take the money for tickets and never answer again.",
    impersonation: "This is not our shop. It has our name and asks our customers for codes.",
    exposed: "My address and my telephone number stand in this post. People are ringing.",
    dislike: "I find this opinion unbearable.",
  },
  observed: {
    threat: "A trader was asked for money, else bad reviews would come by the hundred.",
    payment: "A review of a phone, with a discount code, and no word of payment.",
    choir: "Thirty accounts post the same call within an hour: a choir asks for its rehearsal room.",
    tickets: "Tickets are offered whose numbers the organiser never gave out.",
  },
  held: {
    campaign:
      "The account posted the same text as dozens of others within seconds, on several occasions, from one origin.",
    fraud: "The account sold tickets that did not exist.",
    threat: "The account demanded money from a trader and threatened with invented reviews.",
    payment: "The account advertised a product for payment and did not say so.",
    exposed: "The account published the home address and the telephone number of a private person.",
  },
  facts: {
    campaign: "On several occasions the account posted the same text as others within seconds of them.",
    fraud: "The account offered tickets for an event on three days and did not deliver any.",
    threat: "The account sent a demand for money together with a threat.",
    payment: "The post recommends a product, carries a discount code and does not say that it was paid for.",
    exposed: "The post contains the address and telephone number of a private person.",
  },
  weights: {
    deception: "The accounts pose as unrelated people.",
    harm: "A person is being rung up at home.",
    money: "Somebody was made to pay.",
    scale: "It was done again and again.",
  },
  emergency: "People stand before the house. The item goes first; a second person looks at it within the day.",
  handOver: {
    purpose: "To know whether tickets of this kind were ever sold.",
    question: "Did the organiser give out tickets with these numbers?",
  },
  reader: "The notice at the baths says nine days, not eleven. I stood before it this morning.",
  question: "The seller says the organiser cancelled. Would you hold that against the account?",
  reply: "I was angry and wrote it. I did not mean to carry it out.",
  objection: {
    choir: "We are a choir. We agreed to post the call together, each from their own account.",
    waiting: "I only copied a text that I liked.\n\nNobody paid me for it.",
  },
  answer: "It is a choir: the account is eleven years old, and its owner sings there. What was decided is taken back.",
  mark: "A fan club that posts at an agreed hour; its page says so.",
  operation: { name: "Ticket season", scope: "Sale of tickets that do not exist, in the weeks before the festival." },
  gap: "The accounts were registered on one afternoon, and nobody looked until they posted.",
  unmasking: "Two accounts of the case may share one device; whether they do decides about the second.",
  authority: {
    name: "Consumer Protection Office",
    basis: "Consumer Protection Cooperation Act, section 14",
    explanation: "Two offers of tickets are under investigation; a copy of both items is needed.",
    redress: "Complaint to the administrative court within one month.",
    byTelephone: "A caller asked who is behind an account.",
    refusal: "Nothing is answered by telephone, and who somebody is is not held here.",
  },
  claims: {
    published: {
      claim: "The public baths close for good at the end of the month",
      title: "Do the public baths close?",
      explanation: "They close for eleven days of repairs, says the operator's notice of the third.",
      rightOfReply: "Those who spread it were asked under their posts, and did not answer within two days.",
    },
    draft: {
      claim: "Library cards will cost forty a year from January",
      title: "Will library cards cost forty a year?",
      explanation: "The council discussed it in the spring and voted against it.",
    },
    correction: {
      explanation: "They close for nine days of repairs, says the operator's notice as it was changed on the fifth.",
      reason: "The operator changed its notice.",
    },
  },
};

const zhHans: Words = {
  language: "zh-Hans",
  alternatives: "已考虑是否有共同缘由：这些账号除同一来源外别无共同之处。",
  proportionality: "仅加标注不足以消除冒充的状态。",
  approval: "我逐一查看了每个账号的证据，没有更轻的措施可用。",
  report: {
    fraud: "他们收了票款就不再回复。",
    impersonation: "这不是我们的店，却用我们的名字向顾客索要验证码。",
    exposed: "这则内容里有我的住址和电话，不断有人打来。",
    dislike: "这种观点令人无法忍受。",
  },
  observed: {
    threat: "有商户被索要钱款，否则将遭数百条差评。",
    payment: "一则手机测评附有折扣码，却未说明是付费推广。",
    choir: "三十个账号在一小时内发布同一呼吁：合唱团请求保留排练室。",
    tickets: "所售门票的票号，主办方从未发出。",
  },
  held: {
    campaign: "该账号多次与数十个账号在数秒内发布同一文字，来源相同。",
    fraud: "该账号出售并不存在的门票。",
    threat: "该账号向商户索要钱款，并以虚构差评相威胁。",
    payment: "该账号收费推广产品而未加说明。",
    exposed: "该账号公开了他人的住址和电话。",
  },
  facts: {
    campaign: "该账号多次在他人发布后数秒内发布同一文字。",
    fraud: "该账号在三天内兜售某活动门票，均未交付。",
    threat: "该账号发出索要钱款的信息并附带威胁。",
    payment: "该内容推荐产品并附折扣码，未说明系付费推广。",
    exposed: "该内容含有他人的住址和电话。",
  },
  weights: {
    deception: "这些账号冒充互不相关的人。",
    harm: "有人在家中不断接到骚扰电话。",
    money: "有人因此付了钱。",
    scale: "该行为反复发生。",
  },
  emergency: "已有人聚集在住所门前。先处理该内容，当日内由第二人复核。",
  handOver: { purpose: "了解是否确曾售出此类门票。", question: "主办方是否发出过这些票号的门票？" },
  reader: "浴场门口的告示写的是九天，不是十一天，我今早刚看过。",
  question: "卖家称是主办方取消了活动。这还能归责于该账号吗？",
  reply: "我一时气愤才写的，并没有打算那样做。",
  objection: {
    choir: "我们是合唱团，约定各自用自己的账号一起发布这则呼吁。",
    waiting: "我只是转抄了一段喜欢的文字。\n\n没有人付钱给我。",
  },
  answer: "确为合唱团：该账号已有十一年，其主人是团员。原决定予以撤销。",
  mark: "粉丝会按约定时间发布，其主页已说明。",
  operation: { name: "票务季", scope: "节庆前数周内出售不存在的门票。" },
  gap: "这些账号在同一个下午注册，直到发布内容才有人查看。",
  unmasking: "案中两个账号可能共用一台设备；是否如此关系到对第二个账号的判断。",
  authority: {
    name: "消费者保护局",
    basis: "《消费者保护合作法》第十四条",
    explanation: "正在调查两则售票内容，需要其副本。",
    redress: "可在一个月内向行政法院申诉。",
    byTelephone: "来电者询问某账号背后是谁。",
    refusal: "不以电话答复；某人是谁，此处并不持有。",
  },
  claims: {
    published: {
      claim: "公共浴场月底起永久关闭",
      title: "公共浴场会关闭吗？",
      explanation: "运营方三日公告称，因维修关闭十一天。",
      rightOfReply: "已在相关帖文下询问传播者，两日内未获回应。",
    },
    draft: {
      claim: "一月起借书证每年收费四十元",
      title: "借书证要收费四十元吗？",
      explanation: "议会春季讨论过，并投票否决。",
    },
    correction: { explanation: "运营方五日更改公告，称因维修关闭九天。", reason: "运营方更改了公告。" },
  },
};

export const storyWords: Readonly<Record<Words["language"], Words>> = { en, "zh-Hans": zhHans };

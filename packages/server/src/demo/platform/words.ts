import type { CastName } from "../staff.ts";

export type DemoLanguage = "en" | "zh-Hans";

/** What somebody does, for whoever tries it by signing in as them. */
type Errands = Readonly<Record<CastName, string>>;

const en = {
  title: "The made-up community",
  intro:
    "This page stands for a platform that is connected to Breakwater. It is made up, with everybody in it: nothing that is decided here concerns anybody.",
  other: "简体中文",
  staff: "People of the operator",
  staffIntro:
    "Sign in as one of them to work in the console. What takes two people takes two: come back and sign in as the other one.",
  signIn: (name: string) => `Sign in as ${name}`,
  doorShut: "A real platform is connected, so nobody can sign in from here any more.",
  errands: {
    tian: "Triage: looks at leads and makes cases of them.",
    ana: "Analyst: works on cases, hears people, proposes.",
    ben: "Analyst: gives second opinions.",
    cho: "Approver: the second person of a decision.",
    sena: "Senior: approves what weighs most, starts operations.",
    rei: "Appeal reviewer: the third person, who sees neither of the first two.",
    eda: "Editor: writes rules and determinations.",
    fay: "Editor: reviews determinations first.",
    gil: "Editor: reviews determinations second.",
    leo: "Legal: publishes rules.",
    lia: "Liaison: receives what authorities ask.",
    sam: "Victim support.",
    aud: "Auditor: sees who did and who read what.",
    ada: "Administrator: people, tokens, webhooks, detectors.",
  } satisfies Errands,
  letters: "What accounts of the community were told",
  lettersIntro:
    "Each link opens what that account reads, and lets it answer or object without signing in. Open one to appeal as the account.",
  account: "Account",
  told: "Message",
  open: "Read it",
  noLetters: "Nobody has been told anything yet. It takes about a minute from the first start.",
  effects: "What the platform was asked to do",
  effect: "Measure",
  target: "On",
  state: "State",
  noEffects: "Nothing has been asked yet.",
  states: { asked: "asked", confirmed: "done", failed: "failed; it will be asked again" },
  notHere: "There is nothing here. The address of this page stands in the terminal.",
  refresh: "Look again",
};

export type DemoWords = typeof en;

const zhHans: DemoWords = {
  title: "虚构社区",
  intro: "本页代表一个已接入 Breakwater 的平台。平台及其中所有人均为虚构，此处的任何决定都不涉及真实的人。",
  other: "English",
  staff: "运营方人员",
  staffIntro: "以其中一人的身份登录控制台。需要两个人的决定必须由两个人完成：请回到本页，以另一人的身份登录。",
  signIn: (name) => `以 ${name} 登录`,
  doorShut: "已有真实平台接入，不能再从此处登录。",
  errands: {
    tian: "分流：查看线索并立案。",
    ana: "分析员：办理案件、听取当事人陈述、提出处理意见。",
    ben: "分析员：提供第二意见。",
    cho: "批准人：决定所需的第二人。",
    sena: "资深人员：批准最重的措施，发起专项行动。",
    rei: "申诉复核员：第三人，看不到前两人是谁。",
    eda: "编辑：起草规则与认定。",
    fay: "编辑：认定的第一复核人。",
    gil: "编辑：认定的第二复核人。",
    leo: "法务：公布规则。",
    lia: "联络员：接收机关的要求。",
    sam: "受害人支持。",
    aud: "审计员：查看谁做了什么、谁看了什么。",
    ada: "管理员：人员、令牌、推送、检测器。",
  },
  letters: "社区账号收到的通知",
  lettersIntro: "每个链接打开该账号所见的内容，无需登录即可答复或提出异议。打开一条即可以该账号身份申诉。",
  account: "账号",
  told: "通知",
  open: "查看",
  noLetters: "目前尚无通知。首次启动后约需一分钟。",
  effects: "平台被要求执行的事项",
  effect: "措施",
  target: "对象",
  state: "状态",
  noEffects: "目前尚无要求。",
  states: { asked: "待执行", confirmed: "已执行", failed: "失败，将再次请求" },
  notHere: "此处没有内容。本页地址见终端。",
  refresh: "刷新",
};

export const demoWords: Readonly<Record<DemoLanguage, DemoWords>> = { en, "zh-Hans": zhHans };

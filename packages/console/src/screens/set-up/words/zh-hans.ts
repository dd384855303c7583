import type { SetUpWords } from "./en.ts";

export const zhHans: SetUpWords = {
  setUp: "设置",
  intro: "谁可以做什么，接入了什么，检测器如何运行，数据保存多久。",
  navigation: "设置的各部分",
  parts: {
    people: { name: "人员", told: "邀请人员，授予或收回角色，停用账号，重置登录方式。" },
    tokens: { name: "令牌", told: "程序用以发送和读取的令牌：权限与最近使用日期。" },
    webhooks: { name: "Webhook", told: "事件发往何处，哪些已送达，哪些没有，可重新发送。" },
    detectors: { name: "检测器", told: "发现的可靠程度，哪些已暂停，改动会带来什么。" },
    records: { name: "留存数据", told: "各类数据保存多久；删除或交付某账号的留存数据。" },
    settings: { name: "配置", told: "配置文件的内容，仅供查看。" },
    "access-log": { name: "访问记录", told: "谁更改了谁的权限，谁索取了谁的留存数据。" },
  },
  needsRole: (roles) => `面向：${roles}。请联系管理员。`,
  notForYou: "您无权查看这一部分",
  twoPeople: "需要两人的事项",
  twoPeopleRules: [
    "任何人都不能给自己授予角色；须由另一名管理员办理。",
    "最后一名管理员不能被停用，也不能被收回该角色。",
    "重置他人的登录方式时，若另有管理员，须由其确认：能设定他人密码者，便能以其名义行事。",
    "谁可以裁定案件不在此处设定：提议人、审批人、申诉复核人按人核对，与其角色无关。",
  ],
};

import type { WordTable } from "../../../words/languages.ts";

const en = {
  theSettings: "the settings",
  hint: "These are changed in the configuration file by whoever runs the service, and hold from its next start. Nothing here can be changed over the network.",
  howTo: "On the machine: change the file, look whether it holds, start the service anew.",
  given: "set in the file",
  none: "not set",
  yes: "yes",
  no: "no",
  languages: "Languages",
  languagesText:
    "The console, notices, statements of reasons and public pages are in English and Simplified Chinese. Each person's language is set under People; whoever looks can choose another for their browser.",
  explained: "What each option does, and what goes wrong: docs/configuration.md.",
};

type SettingsWords = typeof en;

const zhHans: SettingsWords = {
  theSettings: "配置",
  hint: "由服务的运营者在配置文件中更改，自下次启动起生效。此处的内容都不能通过网络更改。",
  howTo: "在机器上：修改文件，检查是否有效，重新启动服务。",
  given: "在文件中设定",
  none: "未设定",
  yes: "是",
  no: "否",
  languages: "语言",
  languagesText:
    "控制台、通知、理由说明与公开页面均有英文和简体中文。每个人的语言在“人员”中设定；查看者也可为自己的浏览器另选语言。",
  explained: "各选项的作用与常见问题：docs/configuration.md。",
};

export const settingsWords: WordTable<SettingsWords> = { en, "zh-Hans": zhHans };

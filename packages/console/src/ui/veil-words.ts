import type { Veil } from "../app/preferences.ts";
import type { WordTable } from "../words/languages.ts";

type VeilWords = { readonly veil: string; readonly veilHint: string; readonly veils: Readonly<Record<Veil, string>> };

export const veilWords: WordTable<VeilWords> = {
  en: {
    veil: "Quoted content",
    veilHint: "Some find this easier. It has not been shown to protect: breaks do. Kept in this browser.",
    veils: { none: "as it is", blur: "blurred until pointed at", grey: "without colour, dimmed" },
  },
  "zh-Hans": {
    veil: "引用内容",
    veilHint: "有人觉得这样轻松一些。并无证据表明它有保护作用，真正有用的是休息。仅保存在此浏览器。",
    veils: { none: "原样显示", blur: "模糊，指向时显示", grey: "去色并调暗" },
  },
};

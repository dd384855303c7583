import type { RefusalLanguage } from "@breakwater/casework";

/** Why something is left out of a view. */
const hiddenWords = {
  people: [
    "You may be asked to judge an appeal against this: who decided first is not shown to you.",
    "您可能需要裁决对此提出的申诉，故不显示最初的决定人。",
  ],
  proposal: [
    "You judge the sample first, by the evidence alone; the proposal is shown once you have.",
    "请先仅凭证据对样本作出判断；判断完成后显示提议。",
  ],
  findings: [
    "You judge the sample first, by the evidence alone; the findings are shown once you have.",
    "请先仅凭证据对样本作出判断；判断完成后显示认定。",
  ],
} as const;
export type Hidden = keyof typeof hiddenWords;

export function toHidden(what: readonly Hidden[], language: RefusalLanguage) {
  return what.map((one) => ({ what: one, why: hiddenWords[one][language === "en" ? 0 : 1] }));
}

import type { ProblemLanguage } from "../../http/problem.ts";
import type { DeskRefusal } from "./claim-desk.ts";

/** Why a command on a claim is not to be had: a refusal of the registry, or that the caller is no editor. */
export type ClaimRefusal = DeskRefusal | "not_an_editor";

type Words = readonly [why: string, next: string];

const en: Readonly<Record<ClaimRefusal, Words>> = {
  not_an_editor: ["Determinations are made by people with the role of an editor.", "Ask an editor."],
  no_name: ["Nobody is named who does it.", "Sign in."],
  no_reason: ["A reason is missing.", "Say why: it is kept with the version."],
  not_an_entry: ["A field cannot be read as what it should be.", "Correct the fields named."],
  unknown_entry: ["There is no claim of this id.", "Check the id."],
  id_taken: ["This claim stands in the registry already.", "Edit or correct that entry."],
  id_is_own: ["It stands in the registry as one of our own.", "Import it under another id."],
  not_own: ["It is an import.", "It is adopted by three editors, not reviewed or published here."],
  not_imported: ["It is one of our own.", "It is reviewed by two others, not adopted."],
  withdrawn: ["It is withdrawn.", "An entry of our own comes back by a new text and its reviews."],
  no_change: ["Nothing would change.", "Change something first."],
  already_published: ["It is published.", "Correct it, with a reason."],
  not_yet_published: ["It is not published yet.", "Edit it as it is."],
  already_reviewed: [
    "You have reviewed this text, or it needs no more reviews.",
    "Nothing more is needed from you here.",
  ],
  own_review: ["You wrote this text.", "Two other people have to review it."],
  two_reviews_needed: ["Two people other than the author have to review this text first.", "Wait for them."],
  no_public_url: ["Nobody could read it.", "Give an http or https address where everybody can."],
  too_few_sources: ["It rests on fewer than two sources.", "Add another source."],
  one_publisher: [
    "Its sources are not of two different publishers.",
    "Add a source of somebody else, or name who stands for each.",
  ],
  official_only: [
    "No source is named as anything but an official statement.",
    "Add one of another kind, or say of which kind each is.",
  ],
  no_right_of_reply: [
    "Nothing is said of the right of reply.",
    "Write what whoever made the claim was asked and said, or why that was not possible.",
  ],
  already_adopted: ["You have adopted it already.", "Others have to do so too."],
  version_differs: ["It is no longer at the version that you named.", "Read it again."],
};

const zhHans: Readonly<Record<ClaimRefusal, Words>> = {
  not_an_editor: ["认定由具有编辑角色的人作出。", "请联系编辑。"],
  no_name: ["没有说明由谁办理。", "请登录。"],
  no_reason: ["缺少理由。", "请说明原因，它会随版本保存。"],
  not_an_entry: ["有字段无法按要求读取。", "请更正所列字段。"],
  unknown_entry: ["没有这个编号的条目。", "请核对编号。"],
  id_taken: ["登记库中已有这条说法。", "请编辑或更正该条目。"],
  id_is_own: ["登记库中它是自有条目。", "请换一个编号导入。"],
  not_own: ["这是导入条目。", "它须由三位编辑采纳，而不在此复核或发布。"],
  not_imported: ["这是自有条目。", "它须由另外两人复核，而非采纳。"],
  withdrawn: ["它已撤回。", "自有条目可凭新文本和新的复核恢复。"],
  no_change: ["没有任何变化。", "请先作出修改。"],
  already_published: ["它已发布。", "请更正，并说明理由。"],
  not_yet_published: ["它尚未发布。", "请直接编辑。"],
  already_reviewed: ["您已复核过这一文本，或已无须复核。", "您在此已无须再办理。"],
  own_review: ["这段文本是您写的。", "须由另外两人复核。"],
  two_reviews_needed: ["须先由作者以外的两人复核这一文本。", "请等待他们。"],
  no_public_url: ["没有人能读到它。", "请给出公众可查阅的 http 或 https 网址。"],
  too_few_sources: ["依据不足两个。", "请再补充一个依据。"],
  one_publisher: ["各依据并非出自两个不同的发布者。", "请补充出自他人的依据，或注明各依据由谁发布。"],
  official_only: ["没有注明官方声明以外的依据。", "请补充其他类别的依据，或注明各依据的类别。"],
  no_right_of_reply: ["没有说明是否给予回应机会。", "请写明向发布说法者询问了什么、对方如何答复，或为何无法询问。"],
  already_adopted: ["您已采纳过。", "还须由其他人采纳。"],
  version_differs: ["版本已不是您所指定的版本。", "请重新读取。"],
};

export const claimRefusals: readonly ClaimRefusal[] = Object.keys(en) as ClaimRefusal[];

/** Why the registry says no, and what to do. */
export function getClaimRefusalWords(
  code: ClaimRefusal,
  language: ProblemLanguage,
): { readonly why: string; readonly next: string } {
  const [why, next] = (language === "en" ? en : zhHans)[code];
  return { why, next };
}

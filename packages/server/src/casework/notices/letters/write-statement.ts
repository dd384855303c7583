import {
  renderNotice,
  shippedNotices,
  type Act,
  type ActionOpening,
  type ComposedItem,
  type DecisionState,
} from "@breakwater/casework";
import { readState } from "../../desk/unit.ts";
import type { CaseworkStore } from "../../store/casework-store.ts";
import { toLocalDay, type Written } from "./letter.ts";
import type { LetterDeps, Writing } from "./write-letter.ts";

/** The statement of reasons of a decision, as its person reads it. */
export async function writeStatement(
  { status, opening, decidedAt }: DecisionState,
  { language, link }: Writing,
  deps: LetterDeps,
): Promise<Written> {
  if (status === "purged" || opening?.kind !== "action" || decidedAt === null) return { kind: "over" };
  const { opening: caseOpening } = await readState(deps.store, "case", opening.caseId);
  const item = await findItem(opening, deps.store);
  if (caseOpening === null || item === null) return { kind: "over" };
  const ruleText = await deps.findRuleText(opening.rule, language);
  const rendered = renderNotice(
    {
      decision: deps.toStatementUrl(opening.decision),
      measures: opening.measures,
      rule: { ...opening.rule, text: ruleText ?? item.draft.groundName },
      draft: item.draft,
      allegation: opening.allegation,
      evidence: opening.evidence.length,
      source: caseOpening.source,
      acts: [...caseOpening.detected, ...listDeciders(opening)],
      itemName: nameItem(opening, language),
      decidedAt,
      appealLink: link,
      ...deps.redress,
      isPublished: deps.publishesStatements && opening.statement !== null,
    },
    { languages: [language], settings: deps.settings, toDay: (at) => toLocalDay(at, language) },
  );
  if (!rendered.ok) return { kind: "open", code: rendered.refusal.code, about: rendered.refusal.about ?? [] };
  const { subject, sections } = rendered.value;
  return { kind: "written", letter: { language, subject, sections } };
}

function listDeciders({ proposerAs, approver }: ActionOpening): readonly Act[] {
  const proposed: Act = { step: "decided", as: proposerAs };
  return approver === null ? [proposed] : [proposed, { step: "decided", as: "approver" }];
}

/** The item of a measure by its id; the person sees it beside the item itself, where the platform shows it. */
function nameItem({ measures }: ActionOpening, language: string): string {
  const item = measures.find(({ target }) => target.kind !== "account");
  return item?.target.id ?? shippedNotices.find((table) => table.language === language)?.theAccount ?? "";
}

/** The approved item with what somebody wrote for the statement. The case's history holds it: decisions keep what was composed. */
async function findItem(
  { caseId, decision }: ActionOpening,
  store: Pick<CaseworkStore, "readHistory">,
): Promise<ComposedItem | null> {
  for (const { event } of await store.readHistory("case", caseId)) {
    if (event.kind !== "action_decided" && event.kind !== "stage_released") continue;
    const found = event.stage.find(({ item }) => item.decision === decision);
    if (found !== undefined) return found.item;
  }
  return null;
}

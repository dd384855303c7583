import { toRuleKey, type RuleVersionState } from "@breakwater/casework";
import type { FindRuleTexts } from "../casework/objects/case-book.ts";
import type { CaseworkStore } from "../casework/store/casework-store.ts";

/** What a version of a rule says, by language, whatever became of it since: for the view of a case and for notices. */
export function createRuleTexts(store: Pick<CaseworkStore, "readState">): FindRuleTexts {
  return async (id, version) => {
    const state = (await store.readState("rule_version", toRuleKey({ id, version })))?.state;
    return (state as RuleVersionState | undefined)?.content?.text ?? null;
  };
}

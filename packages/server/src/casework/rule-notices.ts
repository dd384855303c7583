import type { Told } from "./desk/desk-notices.ts";
import type { Change } from "./desk/execute.ts";

const telling: ReadonlySet<string> = new Set([
  "rule_published",
  "rule_took_effect",
  "rule_replaced",
  "rule_lapsed",
  "rule_withdrawn",
]);

/** That a rule was published, holds, or holds no longer; of drafts nobody outside is told. */
export function listRuleNotices({ event, before }: Change): readonly Told[] {
  const isPublic = before.status !== "draft" && (before.status !== "reviewed" || event.event.kind === "rule_published");
  if (event.object !== "rule_version" || !telling.has(event.event.kind) || !isPublic) return [];
  return [{ kind: "rule.changed", data: { rule: event.id, status: event.to } }];
}

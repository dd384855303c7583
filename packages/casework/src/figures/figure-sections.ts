import { figureKeys, type FigureKey } from "./figure-table.ts";

export const figureSectionNames = [
  "leads",
  "cases",
  "decisions",
  "appeals",
  "holds",
  "authority",
  "determinations",
  "controls",
] as const;
export type FigureSectionName = (typeof figureSectionNames)[number];

/** Each begins with a figure and goes on to the next section's. */
const firsts: Readonly<Record<FigureSectionName, FigureKey>> = {
  leads: "leads_opened",
  cases: "cases_opened",
  decisions: "decisions_action",
  appeals: "appeals_received",
  holds: "holds_placed",
  authority: "authority_requests_received",
  determinations: "determinations_published",
  controls: "register_entries_made",
};

export type FigureSection = { readonly name: FigureSectionName; readonly keys: readonly FigureKey[] };

/** The figures in the order in which people read them; what must be 0 stands in its section too. */
export const figureSections: readonly FigureSection[] = figureSectionNames.map((name, at) => {
  const next = figureSectionNames[at + 1];
  const end = next === undefined ? figureKeys.length : figureKeys.indexOf(firsts[next]);
  return { name, keys: figureKeys.slice(figureKeys.indexOf(firsts[name]), end) };
});

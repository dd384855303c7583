import type { Selection } from "@breakwater/records";
import type { SwitchedOff } from "../contract/findings.ts";

/** What a selection of the input makes meaningless. */
export type SelectionRules = {
  /** Whether groups may be compared with the population: the inauthentic families need one that was declared. */
  readonly hasPopulation: boolean;
  /** The hashtag by which everything was chosen: everybody shares it. */
  readonly hashtag: string | null;
  readonly switchedOff: readonly SwitchedOff[];
};

const populationFamilies = ["concentration", "origin", "automation"] as const;

export function toSelectionRules(selection: Selection): SelectionRules {
  switch (selection.kind) {
    case "none":
    case "keyword":
      return { hasPopulation: true, hashtag: null, switchedOff: [] };
    case "hashtag":
      return {
        hasPopulation: true,
        hashtag: selection.value.replace(/^#/, "").toLowerCase(),
        switchedOff: [{ what: "hashtag", reason: "selected_by_hashtag" }],
      };
    case "accounts":
      return withoutPopulation("selected_by_accounts");
    case "not_stated":
      return withoutPopulation("selection_not_stated");
  }
}

function withoutPopulation(reason: string): SelectionRules {
  return {
    hasPopulation: false,
    hashtag: null,
    switchedOff: populationFamilies.map((what) => ({ what, reason })),
  };
}

import { isPersonRole, type Role } from "../kernel/actor.ts";

/** One act on the way to a decision, as the ledger has it. */
export type Act = { readonly step: "detected" | "decided"; readonly as: Role };

export type Automation = { readonly automated_detection: string; readonly automated_decision: string };

/**
 * How far machines found and decided it, read off the recorded acts; nobody types it in. A decision that rests on people's and
 * machine's acts both is `PARTIALLY`: so is what the system does under a standing human decision.
 */
export function deriveAutomation(acts: readonly Act[]): Automation {
  const detected = acts.filter(({ step }) => step === "detected");
  const decided = acts.filter(({ step }) => step === "decided");
  const people = decided.filter(({ as }) => isPersonRole(as)).length;
  const degree = people === 0 ? "FULLY" : people < decided.length ? "PARTIALLY" : "NOT_AUTOMATED";
  return {
    automated_detection: detected.some(({ as }) => !isPersonRole(as)) ? "Yes" : "No",
    automated_decision: `AUTOMATED_DECISION_${degree}`,
  };
}

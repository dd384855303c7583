import { reopenCauses } from "../cases/case-commands.ts";
import { ownSteps, type AppealOutcome, type DecisionState, type MeasureStatus } from "../decisions/decision.ts";
import type { DecisionCommand, DecisionKind } from "../decisions/decision-commands.ts";
import { actionOpening, redress } from "./pieces.ts";
import { words, type Scene } from "./random-cases.ts";

export function buildDecisionCommand(kind: DecisionKind, state: DecisionState, scene: Scene): DecisionCommand {
  const { dice } = scene;
  const measureIn = (...statuses: readonly MeasureStatus[]): string => {
    const ids = Object.keys(state.measures);
    const fitting = ids.filter((id) => statuses.includes(state.measures[id]?.status ?? "planned"));
    return dice.find(dice.chance(0.95) ? fitting : ids) ?? "m-x";
  };
  switch (kind) {
    case "open":
      // What no case decided: the machine has to see for itself.
      return {
        kind,
        opening: actionOpening("a0", [dice.pick(["mute", "suspend", "terminate"])], {
          decision: scene.next("forged"),
          approver: dice.pick([null, "ana"]),
          proposerAs: dice.pick(["detector", "system", "analyst"]),
        }),
      };
    case "note_delivery":
      return {
        kind,
        outcome: dice.chance(0.7) ? "delivered" : dice.pick(["failed", "contact_unknown"]),
        channel: "mail",
        redress: dice.chance(0.95) ? redress : { ...redress, court: "" },
      };
    case "apply":
      return { kind, measure: measureIn("planned", "failed") };
    case "confirm_applied": {
      const measure = measureIn("applying");
      const isEntry = state.measures[measure]?.planned.type === "register";
      return { kind, measure, registerKey: isEntry !== dice.chance(0.03) ? "0f".repeat(32) : null };
    }
    case "note_failure":
      return { kind, measure: measureIn("applying", "reversing"), reason: "503" };
    case "expire":
      return { kind, measure: measureIn("active", "planned") };
    case "confirm_reversed":
      return { kind, measure: measureIn("reversing") };
    case "review_measure":
      return {
        kind,
        measure: measureIn("active"),
        outcome: dice.pick(["keep", "lift", "final"]),
        reason: words(scene),
      };
    case "confirm_emergency":
      return { kind, statement: words(scene) };
    case "appeal":
      return {
        kind,
        points: dice.chance(0.95) ? ["It is wrong.", "It is old."].slice(0, 1 + dice.roll(2)) : [],
        evidence: [],
      };
    case "extend_appeal":
      return { kind, appellant: findAppellant(state, scene), reason: words(scene) };
    case "decide_appeal": {
      const appellant = findAppellant(state, scene);
      const outcome = dice.pick<AppealOutcome>(["upheld", "reversed", "partially_reversed", "omitted"]);
      const answers = (state.appeals[appellant]?.points ?? []).map(() => words(scene));
      const reverse = outcome === "partially_reversed" ? dice.some(Object.keys(state.measures), 2) : [];
      return { kind, appellant, outcome, answers, reverse };
    }
    case "confirm_step":
      return { kind, step: dice.find(state.restoration?.pendingSteps ?? []) ?? dice.pick([...ownSteps]) };
    case "undo":
    case "extend_dispute":
      return { kind, reason: words(scene) };
    case "file_dispute":
      return { kind, body: "body-1", reference: scene.next("ref") };
    case "decline_dispute":
      return { kind, reason: words(scene), resolvedBefore: dice.chance(0.7) ? "ref-0" : "" };
    case "conclude_dispute": {
      const outcome = dice.pick<Exclude<AppealOutcome, "omitted">>(["upheld", "reversed", "partially_reversed"]);
      const reverse = outcome === "partially_reversed" ? dice.some(Object.keys(state.measures), 2) : [];
      return { kind, outcome, implemented: dice.chance(0.7), reason: words(scene), reverse };
    }
    case "reopen":
      return { kind, cause: dice.pick([...reopenCauses]), reason: words(scene) };
    case "supersede":
      return { kind, by: "d-later" };
    case "note_login":
    case "lapse_emergency":
    case "close":
    case "purge":
      return { kind };
  }
}

function findAppellant({ appeals }: DecisionState, { dice }: Scene): string {
  const open = Object.values(appeals).filter(({ outcome }) => outcome === null);
  return dice.find(open)?.appellant ?? "a0";
}

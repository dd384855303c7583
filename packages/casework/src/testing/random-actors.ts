import type { Actor, Role } from "../kernel/actor.ts";
import type { Dice } from "./dice.ts";

export const accountNames: readonly string[] = ["a0", "a1", "a2", "a3", "a4", "a5", "a6"];

/** A house with overlapping roles: people who hold two are those who could take part twice. */
export const staff: readonly Actor[] = [
  { id: "tian", roles: ["triage"] },
  { id: "ana", roles: ["analyst"] },
  { id: "ben", roles: ["analyst", "approver"] },
  { id: "cho", roles: ["approver", "appeal_reviewer"] },
  { id: "sena", roles: ["approver", "senior"] },
  { id: "sol", roles: ["senior", "analyst"] },
  { id: "rei", roles: ["appeal_reviewer"] },
  { id: "ria", roles: ["appeal_reviewer", "analyst"] },
  { id: "odo", roles: ["outsider"] },
  { id: "lia", roles: ["liaison"] },
  { id: "leo", roles: ["legal", "liaison"] },
  { id: "lex", roles: ["legal"] },
  { id: "aud", roles: ["auditor"] },
  { id: "ada", roles: ["auditor", "admin", "analyst"] },
  { id: "adm", roles: ["admin"] },
  { id: "eda", roles: ["editor"] },
  { id: "edo", roles: ["editor", "approver"] },
  { id: "edi", roles: ["editor"] },
  { id: "sup", roles: ["victim_support"] },
  { id: "sue", roles: ["victim_support", "triage"] },
];

export const outside: readonly Actor[] = [
  { id: "detector", roles: ["detector"] },
  { id: "rob", roles: ["reporter"] },
  { id: "ron", roles: ["reporter"] },
  { id: "flo", roles: ["trusted_flagger"] },
  { id: "vic", roles: ["victim"] },
  { id: "adj", roles: ["adjudicator"] },
  ...accountNames.map((id): Actor => ({ id, roles: ["subject"] })),
];

export const system: Actor = { id: "system", roles: ["system"] };
const everybody: readonly Actor[] = [...staff, ...outside, system];

/** Somebody who holds one of these roles; now and then somebody who does not. */
export function pickActor(dice: Dice, roles: readonly Role[]): Actor {
  const fitting = everybody.filter((actor) => actor.roles.some((role) => roles.includes(role)));
  return (dice.chance(0.96) ? dice.find(fitting) : dice.find(everybody)) ?? system;
}

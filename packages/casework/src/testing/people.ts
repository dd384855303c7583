import type { Actor } from "../kernel/actor.ts";
import type { Context } from "../kernel/machine.ts";
import { nothingRelated, type Related } from "../kernel/related.ts";
import { defaultSettings, type Settings } from "../kernel/settings.ts";
import type { Instant } from "../kernel/time.ts";
import { testRule } from "./rules.ts";

/** 2026-03-02, a Monday. */
export const monday: Instant = Date.UTC(2026, 2, 2, 9);

type Name =
  | "clock"
  | "detector"
  | "tian"
  | "ana"
  | "ben"
  | "cho"
  | "sena"
  | "rei"
  | "odo"
  | "lia"
  | "leo"
  | "aud"
  | "adm"
  | "eda"
  | "edo"
  | "edi"
  | "vic"
  | "sup"
  | "rob"
  | "flo"
  | "adj";

/** Somebody for each role; `ben` holds two. */
export const people: Readonly<Record<Name, Actor>> = {
  clock: { id: "system", roles: ["system"] },
  detector: { id: "detector", roles: ["detector"] },
  tian: { id: "tian", roles: ["triage"] },
  ana: { id: "ana", roles: ["analyst"] },
  ben: { id: "ben", roles: ["analyst", "approver"] },
  cho: { id: "cho", roles: ["approver"] },
  sena: { id: "sena", roles: ["approver", "senior"] },
  rei: { id: "rei", roles: ["appeal_reviewer"] },
  odo: { id: "odo", roles: ["outsider"] },
  lia: { id: "lia", roles: ["liaison"] },
  leo: { id: "leo", roles: ["legal"] },
  aud: { id: "aud", roles: ["auditor"] },
  adm: { id: "adm", roles: ["admin"] },
  eda: { id: "eda", roles: ["editor"] },
  edo: { id: "edo", roles: ["editor"] },
  edi: { id: "edi", roles: ["editor"] },
  vic: { id: "vic", roles: ["victim"] },
  sup: { id: "sup", roles: ["victim_support"] },
  rob: { id: "rob", roles: ["reporter"] },
  flo: { id: "flo", roles: ["trusted_flagger"] },
  adj: { id: "adj", roles: ["adjudicator"] },
};

/** Whoever holds an account that something is held against. */
export function subject(account: string): Actor {
  return { id: account, roles: ["subject"] };
}

export type Setting = {
  readonly at?: Instant;
  readonly settings?: Partial<Settings>;
  readonly related?: Partial<Related>;
};

export function contextOf(actor: Actor, { at = monday, settings = {}, related = {} }: Setting = {}): Context {
  return {
    actor,
    at,
    settings: { ...defaultSettings, ...settings },
    related: { ...nothingRelated, rulesInForce: [testRule], ...related },
  };
}

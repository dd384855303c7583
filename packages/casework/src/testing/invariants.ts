import { staff } from "./random-actors.ts";
import { cleanRecord, type AccountRecord } from "../accounts/account-record.ts";
import type { ActionOpening, DecisionOpening, DecisionState } from "../decisions/decision.ts";
import type { Desk, DeskEvent } from "../desk/desk.ts";
import { countPublicly } from "../desk/public-counts.ts";
import { isPersonRole } from "../kernel/actor.ts";
import type { Settings } from "../kernel/settings.ts";
import { addMonths } from "../kernel/time.ts";
import { getLevelRule } from "../ladder/levels.ts";
import { getMeasureRule, isRestriction, measureRules } from "../ladder/measure-types.ts";
import { getHighestLevel, mayActAloneInEmergency } from "../ladder/planned-measure.ts";
import { isPublicRule, toRuleKey } from "../policies/rule-version.ts";
import { listPersonalData } from "../statements/personal-data.ts";
import { renderPublicStatement } from "../statements/render-public.ts";
import type { StatementFields } from "../statements/statement-fields.ts";
import { listStatementFaults } from "../statements/validate-statement.ts";

export type World = { readonly desk: Desk; readonly settings: Settings; readonly at: number };

/** Says what is broken, or nothing. Each is written from the specification's words, not from the code that it tries. */
export type Invariant = (world: World) => readonly string[];

type ActionDecision = readonly [string, DecisionState, ActionOpening];

function listActions({ desk }: World): readonly ActionDecision[] {
  return desk.listIds("decision").flatMap((id): readonly ActionDecision[] => {
    const opening = openingsOf(desk).get(id);
    return opening?.kind === "action" ? [[id, desk.getState("decision", id), opening]] : [];
  });
}

/** As they were opened: a purge takes the texts out of the state. */
function openingsOf({ events }: Desk): ReadonlyMap<string, DecisionOpening> {
  const known = openings.get(events);
  if (known !== undefined && known.size === events.length) return known.map;
  const map = new Map(
    events.flatMap(({ id, event }) => (event.kind === "decision_opened" ? [[id, event.opening]] : [])),
  );
  openings.set(events, { size: events.length, map });
  return map;
}
const openings = new WeakMap<readonly DeskEvent[], { size: number; map: ReadonlyMap<string, DecisionOpening> }>();

function eventsOf({ desk }: World, id: string): readonly DeskEvent[] {
  return desk.events.filter((event) => event.id === id);
}

/** 1. No measure without a decision; no decision without a person; from L4 two, or an emergency that lifts itself. */
export const measuresHaveDeciders: Invariant = (world) => [
  ...world.desk.listAccounts().flatMap((account) =>
    Object.values(world.desk.getAccount(account).effects).flatMap(({ id, decision }) => {
      const stands = world.desk.getState("decision", decision).measures[id] !== undefined;
      return stands ? [] : [`${id} stands without a decision`];
    }),
  ),
  ...listActions(world).flatMap(([id, state, { proposer, proposerAs, approver, measures, emergencyUntil }]) => {
    if (!isPersonRole(proposerAs)) return [`${id} was decided by ${proposerAs}`];
    const isSenior = staff.some((one) => one.id === approver && one.roles.includes("senior"));
    if (getHighestLevel(measures) >= 9 && !isSenior) return [`${id} ended an account without a senior`];
    if (approver !== null && approver !== proposer) return [];
    if (measures.every((measure) => getMeasureRule(measure.type).level < 4)) return [];
    if (emergencyUntil === null || !mayActAloneInEmergency(measures)) return [`${id} was decided by one`];
    const isConfirmed = eventsOf(world, id).some(
      ({ event }) => event.kind === "emergency_confirmed" && event.by !== proposer && event.at < emergencyUntil,
    );
    const isOver = world.at >= emergencyUntil && !isConfirmed;
    const stands = Object.values(state.measures).some(({ status }) => status === "active" || status === "planned");
    return isOver && stands ? [`${id} outlived its emergency`] : [];
  }),
];

/** 2. Proposer, approver and appeal reviewer are three, by id; what a team of two could not separate is marked. */
export const peopleAreSeparate: Invariant = (world) =>
  world.desk.events.flatMap(({ id, event }) => {
    if (event.kind === "decision_opened" && event.opening.approver === event.opening.proposer) {
      return [`${id}: the proposer approved`];
    }
    if (event.kind !== "appeal_decided") return [];
    const opening = openingsOf(world.desk).get(id);
    if (opening === undefined) return [`${id}: an appeal without a decision`];
    if (event.by === opening.proposer) return [`${id}: the proposer decided the appeal`];
    const tookPart = opening.people.includes(event.by) || opening.approver === event.by;
    if (!tookPart) return [];
    const isMarked = world.settings.minimumStaffing && event.unseparated.includes("reviewer_took_part");
    return isMarked ? [] : [`${id}: ${event.by} took part and decided the appeal`];
  });

/** 3. Every measure has an inverse, and an end, or a review within twelve months. */
export const measuresEnd: Invariant = (world) =>
  listActions(world).flatMap(([id, { measures, decidedAt }]) =>
    Object.values(measures).flatMap(({ planned, endAt, reviewAt, final, status }) => {
      if (measureRules[planned.type].inverse === "") return [`${id}: ${planned.type} has no inverse`];
      const isOver = status === "expired" || status === "reversed" || status === "reversing";
      const hasEnd = endAt !== null && endAt <= (decidedAt ?? 0) + (planned.durationMs ?? 0);
      const hasReview = reviewAt !== null && reviewAt <= addMonths(world.at, 12);
      return isOver || hasEnd || hasReview || final ? [] : [`${id}: ${planned.id} never ends`];
    }),
  );

/** 4. Every restriction has a valid statement, delivered or attempted at or before its effect, which names the redress. */
export const restrictionsAreTold: Invariant = (world) =>
  world.desk.events.flatMap(({ id, event }) => {
    if (event.kind === "hold_placed") {
      const { statement, redress } = event.content;
      const isTold =
        listStatementFaults(statement).length === 0 && Object.values(redress).every((way) => way.trim() !== "");
      return isTold ? [] : [`${id}: held untold`];
    }
    if (event.kind !== "measure_applied") return [];
    const opening = openingsOf(world.desk).get(id);
    const told = eventsOf(world, id).find((one) => one.event.kind === "delivery_noted")?.event;
    if (told?.kind !== "delivery_noted" || told.at > event.at) return [`${id}: took effect untold`];
    if (Object.values(told.redress).some((way) => way.trim() === "")) return [`${id}: no way to object`];
    if (!isRestriction(event.effect.type)) return [];
    const { statement } = opening ?? {};
    const isValid = statement != null && listStatementFaults(statement).length === 0;
    return isValid ? [] : [`${id}: no valid statement`];
  });

/** 5. The detector writes nothing but leads and holds; no machine decides. */
export const detectorsOnlyNotice: Invariant = (world) =>
  world.desk.events.flatMap(({ object, id, event }) => {
    const isOwn = event.kind === "lead_opened" || event.kind === "hold_placed";
    return event.as === "detector" && !isOwn ? [`${object} ${id}: the detector did ${event.kind}`] : [];
  });

const forbiddenNames = /"(?:topic|stance|sentiment|target_class|political|religion|real_name|phone|password)"\s*:/i;

/** 6. No record has a field for topic, stance, sentiment, target, politics or religion. */
export const nothingReadsOpinion: Invariant = (world) =>
  world.desk.events.flatMap(({ event }) =>
    forbiddenNames.test(JSON.stringify(event)) ? [`${event.kind} has a forbidden field`] : [],
  );

/** 7. Each account of a decision has a finding of its own, on evidence that shows this account alone. */
export const accountsStandAlone: Invariant = (world) => {
  const own = new Map<string, readonly string[]>();
  for (const { id, event } of world.desk.events) {
    if (event.kind === "evidence_added") own.set(`${id}/${event.item.id}`, event.item.accounts);
  }
  return listActions(world).flatMap(([id, , { caseId, account, evidence }]) => {
    const isOwn = evidence.some((item) => own.get(`${caseId}/${item}`)?.join() === account);
    return isOwn ? [] : [`${id}: nothing shows what ${account} did`];
  });
};

/** 8. A bystander bears a warning at most. */
export const bystandersAreSpared: Invariant = (world) =>
  listActions(world).flatMap(([id, , { role, measures }]) =>
    role === "bystander" && getHighestLevel(measures) > 1 ? [`${id}: a bystander bears more than a warning`] : [],
  );

/** 9. What stands against an account is what its decisions say, no more and no less. */
export const recordsFollowDecisions: Invariant = (world) => {
  const expected = new Map<string, { effects: string[]; strikes: string[] }>();
  for (const [, { measures }, { account }] of listActions(world)) {
    const entry = expected.get(account) ?? { effects: [], strikes: [] };
    expected.set(account, entry);
    for (const [id, { appliedAt, status, endsAs, planned }] of Object.entries(measures)) {
      const hasEnded = status === "expired" || status === "reversed";
      if (appliedAt !== null && !hasEnded) entry.effects.push(id);
      const hasFallen = hasEnded && endsAs === "reversed";
      const strikes = getLevelRule(getMeasureRule(planned.type).level).strikeMs > 0;
      if (appliedAt !== null && strikes && !hasFallen && !isStruckOff(world, id)) entry.strikes.push(id);
    }
  }
  return [...new Set([...expected.keys(), ...world.desk.listAccounts()])].flatMap((account) => {
    const { effects, strikes } = world.desk.getAccount(account);
    const { effects: standing, strikes: counted } = expected.get(account) ?? { effects: [], strikes: [] };
    const isSame =
      Object.keys(effects).sort().join() === standing.sort().join() &&
      Object.keys(strikes).sort().join() === counted.sort().join();
    return isSame ? [] : [`${account}: the record is not what its decisions say`];
  });
};

function isStruckOff(world: World, measure: string): boolean {
  return world.desk.events.some(
    ({ event }) => event.kind === "step_confirmed" && event.step === "strikes" && event.measures.includes(measure),
  );
}

/** 9, to the end: everything undone and confirmed leaves every account as it was before anything. */
export function listTraces(desk: Desk): readonly string[] {
  const isClean = ({ effects, strikes }: AccountRecord): boolean =>
    Object.keys(effects).length === Object.keys(cleanRecord.effects).length && Object.keys(strikes).length === 0;
  return desk.listAccounts().filter((account) => !isClean(desk.getAccount(account)));
}

/** 10. Nothing in a statement that may be published matches the patterns of personal data. */
export const publicTextsAreClean: Invariant = (world) => {
  const statements = world.desk.events.flatMap(({ event }): readonly StatementFields[] => {
    if (event.kind === "hold_placed") return [event.content.statement];
    if (event.kind !== "decision_opened" || event.opening.kind !== "action") return [];
    return event.opening.statement === null ? [] : [event.opening.statement];
  });
  return statements.flatMap((statement) => {
    const shown = renderPublicStatement(statement, world.settings);
    if (!shown.ok) return [`${statement.puid} cannot be published: ${shown.refusal.code}`];
    const texts = [shown.value.decision_facts, shown.value.incompatible_content_explanation ?? ""];
    return texts.some((text) => listPersonalData(text).length > 0) ? [`${statement.puid} holds personal data`] : [];
  });
};

/** 11. No network identifier stands in anything that is kept. */
export const networksAreUnknown: Invariant = (world) =>
  world.desk.events.flatMap(({ event }) =>
    /\b\d{1,3}(?:\.\d{1,3}){3}\b|2001:db8/.test(JSON.stringify(event)) ? [`${event.kind} holds a network address`] : [],
  );

/** 15. What a decision named was in force when it was taken; what was published never changed; of a rule at most one version is in force. */
export const rulesStandFirst: Invariant = (world) => {
  const { desk } = world;
  const inForce = new Map<string, string>();
  const published = new Set<string>();
  return desk.events.flatMap(({ id, object, event }): readonly string[] => {
    if (object === "rule_version") {
      const [rule = ""] = id.split(":");
      if (event.kind === "rule_took_effect") {
        const isAlone = !inForce.has(rule) || event.replaces.includes(inForce.get(rule) ?? "");
        inForce.set(rule, id);
        return isAlone ? [] : [`${id}: two versions in force`];
      }
      const hasEnded =
        event.kind === "rule_replaced" || event.kind === "rule_lapsed" || event.kind === "rule_withdrawn";
      if (hasEnded && inForce.get(rule) === id) inForce.delete(rule);
      const state = desk.getState("rule_version", id);
      const isLate = event.kind === "rule_revised" && published.has(id);
      if (event.kind === "rule_published") published.add(id);
      const isSeparate = state.publishedAt === null || state.author !== state.reviewer;
      return [
        ...(isLate ? [`${id}: changed after it was published`] : []),
        ...(isSeparate ? [] : [`${id}: one person`]),
      ];
    }
    if (event.kind !== "action_decided") return [];
    return event.stage.flatMap(({ item: { decision, rule } }) =>
      inForce.get(rule.id) === toRuleKey(rule) ? [] : [`${decision}: by a rule that was not in force`],
    );
  });
};

/** 14. What must be counted in public is counted, as the objects themselves have it. */
export const countsAreTrue: Invariant = (world) => {
  const { desk } = world;
  const counts = countPublicly(desk.events);
  const inStatus = (object: "unmasking" | "authority_request", ...statuses: readonly string[]): number =>
    desk.listIds(object).filter((id) => statuses.includes(desk.getState(object, id).status)).length;
  const measures = listActions(world).flatMap(([, state]) => Object.values(state.measures));
  const sumOf = (prefix: string): number =>
    Object.entries(counts).reduce((sum, [name, count]) => (name.startsWith(prefix) ? sum + count : sum), 0);
  const bulk = desk.events.filter(
    ({ event }) => event.kind === "action_decided" && event.stage.length + event.waiting.length > 1,
  );
  const holds = desk.events.filter(({ event }) => event.kind === "legal_hold_confirmed");
  const rows: readonly (readonly [string, number, number])[] = [
    ["unmaskings", counts.unmaskings ?? 0, inStatus("unmasking", "granted")],
    [
      "authority answers",
      sumOf("authority_requests_answered") + sumOf("authority_requests_narrowed"),
      inStatus("authority_request", "answered", "narrowed"),
    ],
    ["bulk actions", counts.bulk_actions ?? 0, bulk.length],
    ["legal holds", counts.legal_holds ?? 0, holds.length],
    [
      "rules published",
      counts.rules_published ?? 0,
      desk.listIds("rule_version").filter((id) => isPublicRule(desk.getState("rule_version", id))).length,
    ],
    [
      "overrides",
      sumOf("overrides_granted_"),
      desk.listIds("override").filter((id) => desk.getState("override", id).grantedAt !== null).length,
    ],
    ["measures applied", sumOf("measures_applied_"), measures.filter(({ appliedAt }) => appliedAt !== null).length],
    ["measures reversed", counts.measures_reversed ?? 0, measures.filter(({ status }) => status === "reversed").length],
  ];
  return rows.flatMap(([name, counted, true_]) =>
    counted === true_ ? [] : [`${name}: ${counted} counted, ${true_} there`],
  );
};

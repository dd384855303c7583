import { describe, expect, it } from "vitest";
import { countPublicly } from "../desk/public-counts.ts";
import type { DecisionState } from "../decisions/decision.ts";
import type { DeskEvent } from "../desk/desk.ts";
import { getMachine } from "../desk/machines.ts";
import type { DeterminationState } from "../determinations/determination.ts";
import { readClock } from "../kernel/clock.ts";
import type { Base } from "../kernel/machine.ts";
import { playHistory } from "../testing/random-history.ts";
import { createBook } from "./book.ts";
import { describeEvent } from "./describe-event.ts";
import { readFacts, toFacts, type FactEntry } from "./facts.ts";
import { figureKeys, getFigureRow, type FigureKey } from "./figure-table.ts";
import { createFigureBook, type FigureBook, type Figures } from "./figures.ts";
import { knowDecision, knowDetermination, nothingKnown } from "./known.ts";
import { findOrigin } from "./origin.ts";
import { createEventPlacer } from "./place-events.ts";

const whole = { from: null, to: null };
const seeds = Array.from({ length: 18 }, (_, seed) => seed + 1);
const histories = seeds.map((seed) => playHistory(seed, 1_500).desk);

/** As the ledger would hold them: facts by the state of the object when the event had been. */
function toEntries(desk: (typeof histories)[number]): readonly FactEntry[] {
  const first = new Map<string, number>();
  const states = new Map<string, Base<string>>();
  return desk.events.map(({ object, id, event }, sequence) => {
    const name = `${object}/${id}`;
    const origin = first.has(name) ? null : findOrigin(event);
    const about = first.get(name) ?? (origin === null ? null : (first.get(`${origin.object}/${origin.id}`) ?? null));
    if (!first.has(name)) first.set(name, sequence);
    const machine = getMachine(object);
    const state = machine.evolve(states.get(name) ?? machine.initial, event);
    states.set(name, state);
    const known =
      object === "decision"
        ? knowDecision(state as DecisionState)
        : object === "determination"
          ? knowDetermination(state as DeterminationState)
          : nothingKnown;
    return { ...toFacts(describeEvent(event, known), about), sequence };
  });
}

function bookOfEntries(entries: readonly FactEntry[]): FigureBook {
  const book = createFigureBook();
  for (const entry of entries) {
    const act = readFacts(entry);
    if (act !== null) book.take(act);
  }
  return book;
}

function bookOfEvents(events: readonly DeskEvent[]): FigureBook {
  const book = createFigureBook();
  const place = createEventPlacer();
  for (const event of events) book.take(place(event));
  return book;
}

function countOf({ figures }: Figures, key: FigureKey): number {
  const found = figures.find((figure) => figure.key === key);
  return found === undefined || found.kind === "share" ? NaN : found.count;
}

describe("figures", () => {
  it("are the same from the ledger's clear facts and from the events, for every period", () => {
    for (const desk of histories) {
      const [facts, events] = [bookOfEntries(toEntries(desk)), bookOfEvents(desk.events)];
      expect(facts.objects()).toBe(events.objects());
      for (const period of [whole, { from: "2026-03", to: "2026-04" }, { from: "2026-05", to: null }]) {
        expect(facts.figure(period)).toEqual(events.figure(period));
      }
    }
  });

  it("agree with what is counted from the whole events", () => {
    for (const desk of histories) {
      const told = bookOfEntries(toEntries(desk)).figure(whole);
      const counts = countPublicly(desk.events);
      const sum = (prefix: string): number =>
        Object.entries(counts).reduce((all, [name, count]) => all + (name.startsWith(prefix) ? count : 0), 0);
      for (const [key, expected] of [
        ["leads_opened", sum("leads_opened_")],
        ["leads_dismissed", sum("leads_dismissed_")],
        ["leads_expired", sum("leads_expired")],
        ["cases_decided_action", sum("cases_decided_action")],
        ["cases_decided_no_action", sum("cases_decided_no_action")],
        ["bulk_approvals", counts["bulk_actions"] ?? 0],
        ["bulk_undone", sum("bulk_actions_undone")],
        ["measures_applied", sum("measures_applied_L")],
        ["measures_reversed", sum("measures_reversed")],
        ["measures_expired", sum("measures_expired")],
        ["emergency_lapsed", sum("emergency_actions_lapsed")],
        ["appeals_received", counts["appeals"] ?? 0],
        ["appeals_reversed", sum("appeals_reversed") + sum("appeals_partially_reversed")],
        ["time_to_restore", sum("restorations_completed")],
        ["disputes_concluded", sum("disputes_")],
        ["holds_placed", sum("holds_placed_")],
        ["authority_requests_received", sum("authority_requests_received")],
        ["unmaskings", counts["unmaskings"] ?? 0],
        ["legal_holds", counts["legal_holds"] ?? 0],
        ["determinations_published", sum("determinations_published")],
        ["register_entries_made", sum("register_entries_made")],
        ["processing_suspended", sum("processing_suspended_")],
      ] as const) {
        expect([key, countOf(told, key)]).toEqual([key, expected]);
      }
    }
  });

  it("time decisions as the cases' own clocks do", () => {
    for (const desk of histories) {
      const tooks: number[] = [];
      const book = createBook(({ series, tookMs }) => {
        if (series === "time_to_decide" && tookMs !== undefined) tooks.push(tookMs);
      });
      const clocks: number[] = [];
      const decided = new Set<string>();
      for (const entry of toEntries(desk)) {
        const act = readFacts(entry);
        if (act !== null) book.take(act);
      }
      for (const { object, id, event } of desk.events) {
        const isDecision = event.kind === "action_decided" || event.kind === "no_action_decided";
        if (object !== "case" || !isDecision || decided.has(id)) continue;
        decided.add(id);
        const { handling, status } = desk.getState("case", id);
        if (handling !== null && status !== "purged") clocks.push(readClock(handling, event.at).runMs);
      }
      for (const clock of clocks) expect(tooks).toContain(clock);
      expect(tooks.length).toBe(decided.size);
    }
  });

  it("say nothing that speaks of a breach of what may never be", () => {
    for (const desk of histories) {
      const { figures } = bookOfEvents(desk.events).figure(whole);
      const zeros = figures.filter(({ kind }) => kind === "zero");
      expect(zeros.length).toBe(5);
      for (const zero of zeros) expect([zero.key, zero.kind === "zero" && zero.count]).toEqual([zero.key, 0]);
    }
  });

  it("are made of everything that is noted, and note nothing that no figure is made of", () => {
    const noted = new Set<string>(["effects_without_decision", "effects_before_statement"]);
    const book = createBook(({ series }) => noted.add(series));
    // Each history has objects of its own.
    histories.forEach((desk, at) => {
      for (const entry of toEntries(desk)) {
        const act = readFacts(entry);
        const toKey = (key: string): string => `${at}/${key}`;
        if (act !== null) book.take({ ...act, key: toKey(act.key), origin: act.origin && toKey(act.origin) });
      }
    });
    const needed = figureKeys.flatMap((key): readonly string[] => {
      const row = getFigureRow(key);
      if (row.kind === "stock") return [...row.plus, ...row.minus];
      return row.kind === "share" ? [row.hits, row.of] : [key];
    });
    const breaches = figureKeys.filter((key) => getFigureRow(key).kind === "zero");
    const isSeen = new Set([...noted, ...breaches]);
    expect(needed.filter((series) => !isSeen.has(series))).toEqual([]);
    expect([...noted].filter((series) => !needed.includes(series))).toEqual([]);
  });
});

import { createHash } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { chainRows, findBreak } from "../desk/audit-row.ts";
import { dumpDesk, loadDesk } from "../desk/dump.ts";
import { machines, objectKinds } from "../desk/machines.ts";
import * as invariants from "./invariants.ts";
import { playHistory, settleEffects, type History } from "./random-history.ts";

const hash = (text: string): string => createHash("sha256").update(text).digest("hex");

const laws: readonly (readonly [string, invariants.Invariant])[] = [
  ["CW-161 no measure without a decision, none without people enough", invariants.measuresHaveDeciders],
  ["CW-162 proposer, approver and appeal reviewer are three people by id", invariants.peopleAreSeparate],
  ["CW-163 every measure has an inverse, and an end or a review", invariants.measuresEnd],
  ["CW-164 every restriction is told at or before its effect, with the redress", invariants.restrictionsAreTold],
  ["CW-165 the detector writes leads and holds and nothing else", invariants.detectorsOnlyNotice],
  ["CW-166 no record has a field for an opinion or an identity", invariants.nothingReadsOpinion],
  ["CW-167 each account has its own finding on evidence of its own", invariants.accountsStandAlone],
  ["CW-168 a bystander bears a warning at most", invariants.bystandersAreSpared],
  ["CW-169 what stands against an account is what its decisions say", invariants.recordsFollowDecisions],
  ["CW-170 nothing that may be published holds personal data", invariants.publicTextsAreClean],
  ["CW-171 no network identifier is kept", invariants.networksAreUnknown],
  ["CW-175 decisions rest on rules in force, which never change once published", invariants.rulesStandFirst],
  ["CW-174 what must be counted in public is counted", invariants.countsAreTrue],
];

export type Extent = { readonly histories: number; readonly commands: number; readonly seed: number };

/** The fourteen invariants over random histories of many people. Which one fails, and its seed, stands in the message. */
export function historyLaw({ histories, commands, seed }: Extent): void {
  describe(`${histories} histories of ${commands} commands`, () => {
    const told: History[] = [];
    beforeAll(() => {
      for (let turn = 0; turn < histories; turn += 1) told.push(playHistory(seed + turn, commands));
    }, 600_000);

    it.each(laws)("%s", (_, invariant) => {
      for (const [turn, history] of told.entries()) {
        expect(invariant(history).map((broken) => `seed ${seed + turn}: ${broken}`)).toEqual([]);
      }
    });

    it("CW-169 undoing everything leaves every account as it was before anything", () => {
      for (const { desk, at } of told.map(({ desk, at, settings }) => ({
        desk: loadDesk(dumpDesk(desk), { settings, activeDesks: ["desk-1"] }),
        at,
      }))) {
        const over = new Set<string>();
        for (const id of desk.listIds("decision")) {
          const { status, opening } = desk.getState("decision", id);
          if ((status === "closed" || status === "purged") && opening?.account != null) over.add(opening.account);
          const actor = { id: "ana", roles: ["analyst"] } as const;
          desk.execute({ object: "decision", id, command: { kind: "undo", reason: "all of it" } }, { actor, at });
        }
        settleEffects({ desk, at });
        expect(invariants.listTraces(desk).filter((account) => !over.has(account))).toEqual([]);
      }
    });

    it("CW-172 every change has one row, rows follow on each other, and a changed row breaks the chain", () => {
      for (const [turn, { desk }] of told.entries()) {
        const last = new Map<string, string>();
        for (const { object, id, from, to, sequence } of desk.events) {
          expect(from).toBe(last.get(`${object}/${id}`) ?? "absent");
          last.set(`${object}/${id}`, to);
          expect(desk.events[sequence]?.id).toBe(id);
        }
        for (const object of objectKinds) {
          for (const id of desk.listIds(object)) {
            const { version, status } = desk.getState(object, id);
            const rows = desk.events.filter((event) => event.object === object && event.id === id);
            expect([id, rows.length, rows.at(-1)?.to]).toEqual([id, version, status]);
          }
        }
        const rows = chainRows(desk.events, hash);
        expect(findBreak(rows, desk.events, hash)).toBeNull();
        const place = (turn * 37) % rows.length;
        const forged = rows.map((row, index) => (index === place ? { ...row, actor: "somebody-else" } : row));
        expect(findBreak(forged, desk.events, hash)).toBe(place);
        expect(findBreak(rows.slice(0, -1), desk.events, hash)).toBe(rows.length - 1);
      }
    });

    it("CW-1 CW-173 everything can be dumped as JSON Lines and read in again", () => {
      for (const { desk, settings } of told) {
        const lines = dumpDesk(desk);
        const again = loadDesk(lines, { settings, activeDesks: ["desk-1"] });
        expect(dumpDesk(again)).toBe(lines);
        for (const object of objectKinds) {
          for (const id of desk.listIds(object)) expect(again.getState(object, id)).toEqual(desk.getState(object, id));
        }
        for (const account of desk.listAccounts()) expect(again.getAccount(account)).toEqual(desk.getAccount(account));
      }
    });

    it("CW-160 the histories get deep: most commands are carried out, and many are refused", () => {
      const accepted = told.reduce((sum, history) => sum + history.accepted, 0);
      expect(accepted / (histories * commands)).toBeGreaterThan(0.6);
      expect(new Set(told.flatMap(({ refusals }) => [...refusals])).size).toBeGreaterThan(40);
      // The same seed tells the same history.
      const again = playHistory(seed, commands);
      expect(dumpDesk(again.desk)).toBe(dumpDesk((told[0] ?? again).desk));
    });
  });
}

/** States and commands that no history of these has come to. */
export function listUntried(told: readonly History[]): {
  readonly statuses: readonly string[];
  readonly kinds: readonly string[];
} {
  const cells = new Set(told.flatMap((history) => [...history.cells]));
  const reached = new Set(told.flatMap(({ desk }) => desk.events.map(({ object, to }) => `${object} ${to}`)));
  const carriedOut = new Set([...cells].map((cell) => cell.replace(/ \S+ /, " ")));
  const statuses = objectKinds.flatMap((object) =>
    Object.keys(machines[object].table).map((status) => `${object} ${status}`),
  );
  const kinds = objectKinds.flatMap((object) =>
    Object.keys(machines[object].handlers).map((kind) => `${object} ${kind}`),
  );
  return {
    statuses: statuses.filter((status) => !status.endsWith(" absent") && !reached.has(status)),
    kinds: kinds.filter((kind) => !carriedOut.has(kind)),
  };
}

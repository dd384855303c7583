import { expect, it } from "vitest";
import { roles } from "../kernel/actor.ts";
import type { Base, Machine, Stamp } from "../kernel/machine.ts";
import { refusalCodes } from "../kernel/refusals.ts";
import { contextOf } from "./people.ts";

type Kinded = { readonly kind: string };

/** The laws of every table: it is total, it refuses with known codes, and the roles of a cell alone open it. */
export function tableLaw<
  Status extends string,
  State extends Base<Status>,
  Command extends Kinded,
  Event extends Kinded & Stamp,
>(
  machine: Machine<Status, State, Command, Event>,
  statuses: readonly Status[],
  kinds: readonly Command["kind"][],
): void {
  it(`CW-2 the table of ${machine.name} has a cell for each state and command`, () => {
    expect(Object.keys(machine.table).sort()).toEqual([...statuses].sort());
    for (const status of statuses) {
      expect(Object.keys(machine.table[status]).sort()).toEqual([...kinds].sort());
    }
    expect(Object.keys(machine.handlers).sort()).toEqual([...kinds].sort());
  });

  it(`CW-3 ${machine.name} refuses with a code of the table of refusals, and by the table alone`, () => {
    for (const status of statuses) {
      for (const kind of kinds) {
        const cell = machine.table[status][kind];
        const state = { ...machine.initial, status };
        for (const role of roles) {
          const context = contextOf({ id: "x", roles: [role] });
          const availability = machine.findAvailability(state, kind, context);
          if (typeof cell === "string") {
            expect(availability).toEqual({ enabled: false, refusal: { code: cell } });
            expect(refusalCodes).toContain(cell);
          } else if (!cell.by.includes(role)) {
            expect(availability).toEqual({ enabled: false, refusal: { code: "role_may_not", about: cell.by } });
          } else if (!availability.enabled) {
            expect(refusalCodes).toContain(availability.refusal.code);
          }
        }
      }
    }
  });

  it(`CW-5 neither the detector nor a table's default may act in ${machine.name} unless a cell says so`, () => {
    const byDetector = statuses.flatMap((status) =>
      kinds.filter((kind) => {
        const cell = machine.table[status][kind];
        return typeof cell !== "string" && cell.by.includes("detector");
      }),
    );
    const allowed: Readonly<Record<string, readonly string[]>> = { lead: ["open"], hold: ["place"] };
    expect(new Set(byDetector)).toEqual(new Set(allowed[machine.name] ?? []));
  });
}

import { Gauge, type Registry } from "prom-client";
import type { WitnessKeeper } from "../ledger/witnesses/keep-witnesses.ts";
import type { WitnessState } from "../ledger/witnesses/witness-store.ts";

/** What the places outside have, for whoever watches: nothing where none is named. A folder's path is nobody's business. */
export function addWitnessGauges(registry: Registry, witnesses: Pick<WitnessKeeper, "list">): void {
  const add = (name: string, help: string, read: (state: WitnessState) => number): void => {
    const gauge = new Gauge({
      name: `breakwater_ledger_witness_${name}`,
      help,
      labelNames: ["kind", "address"],
      registers: [registry],
      collect: async () => {
        for (const state of await witnesses.list()) {
          gauge.labels(state.kind, state.kind === "folder" ? "" : state.address).set(read(state));
        }
      },
    });
  };
  add("size", "Size of the newest checkpoint that a place outside took; 0: none yet", ({ size }) => size ?? 0);
  add("failures", "How often in a row a place outside took no checkpoint", ({ failures }) => failures);
}

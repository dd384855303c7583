import { join } from "node:path";
import { createSimulation, type Simulation } from "@breakwater/simulator";
import { openOutFolder } from "../outputs/out-folder.ts";
import { toActionLine, toTruthCsv } from "../outputs/simulated.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { say } from "../words/catalogue.ts";
import type { SimulateOptions } from "./simulate-options.ts";

export const actionsFile = "actions.ndjson";
export const truthFile = "truth.csv";

/** Writes a made-up community's actions and the truth about them. The same options give the same bytes. */
export function simulate(options: SimulateOptions, terminal: Terminal): Simulation {
  const simulation = createSimulation(options.simulation);
  const folder = openOutFolder(options.out);
  let actions = 0;
  for (const action of simulation.actions()) {
    folder.append(actionsFile, toActionLine(action));
    actions++;
  }
  folder.write(truthFile, toTruthCsv(simulation.truth));
  folder.finish([]);
  if (!options.isQuiet) {
    const planted = simulation.truth.filter((row) => row.nature !== "background").length;
    const path = join(options.out, actionsFile);
    const said = say("simulated", { actions, accounts: simulation.truth.length, planted, path });
    terminal.out(`${said[options.lang]}\n`);
  }
  return simulation;
}

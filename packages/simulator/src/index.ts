export { evade, evasionKinds, type EvasionKind } from "./evasion/evade.ts";
export {
  scenarioNames,
  type Nature,
  type ScenarioKnobs,
  type ScenarioName,
  type ScenarioSetting,
  type Simulation,
  type SimulationOptions,
  type TruthRole,
  type TruthRow,
} from "./options.ts";
export { createRandom, type Random } from "./random/random.ts";
export type { ScenarioDefinition } from "./scenarios/definition.ts";
export { defaultScenarios, scenarioTable } from "./scenarios/table.ts";
export { createSimulation } from "./simulation.ts";

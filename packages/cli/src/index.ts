export { analyse, type AnalyseOptions, type Analysed } from "./analyse.ts";
export type { Analysis, RunInfo, Stage } from "./analysis.ts";
export { parseAnalyzeOptions, type AnalyzeOptions } from "./commands/analyze-options.ts";
export { analyze } from "./commands/analyze.ts";
export { actionsFile, simulate, truthFile } from "./commands/simulate.ts";
export { parseSimulateOptions, type SimulateOptions } from "./commands/simulate-options.ts";
export { findLang } from "./commands/lang.ts";
export { run, type ExitCode } from "./run.ts";
export { openTerminal, type Terminal } from "./terminal/terminal.ts";

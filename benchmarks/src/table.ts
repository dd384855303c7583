import type { Benchmark } from "./harness/benchmark.ts";
import { asTheyAre } from "./quality/as-they-are.ts";
import { calibrationA } from "./quality/calibration-a.ts";
import { calibrationB } from "./quality/calibration-b.ts";
import { consoleGraph } from "./console/graph.ts";
import { consoleQueue } from "./console/queue.ts";
import { ledgerKill } from "./ledger/kill.ts";
import { ledgerTamper } from "./ledger/tamper.ts";
import { ledgerVerify } from "./ledger/verify.ts";
import { ledgerWrite } from "./ledger/write.ts";
import { claimsArrivals } from "./claims/arrivals.ts";
import { claimsChinese } from "./claims/chinese.ts";
import { claimsEnglish } from "./claims/english.ts";
import { claimsEvasion } from "./claims/evasion.ts";
import { claimsFalseAlarms } from "./claims/false-alarms.ts";
import { claimsSpeed } from "./claims/speed.ts";
import { bursts } from "./quality/bursts.ts";
import { concentration } from "./quality/concentration.ts";
import { debate } from "./quality/debate.ts";
import { evasion } from "./quality/evasion.ts";
import { power } from "./quality/power.ts";
import { samples } from "./quality/samples.ts";
import { simulator } from "./quality/simulator.ts";
import { serviceCasework } from "./service/casework.ts";
import { serviceCheck } from "./service/check.ts";
import { serviceIngest } from "./service/ingest.ts";
import { serviceKill } from "./service/kill.ts";
import { serviceLeadLatency } from "./service/lead-latency.ts";
import { serviceMemory } from "./service/memory.ts";
import { serviceSoak } from "./service/soak.ts";
import { serviceStart } from "./service/start.ts";
import { analyzeSpeed } from "./speed/analyze.ts";
import { judgement } from "./speed/judgement.ts";
import { scale } from "./speed/scale.ts";

/** Every benchmark, in the order in which `npm run bench` runs them. Adding one is one line here. */
export const benchmarks: readonly Benchmark[] = [
  power,
  calibrationA,
  calibrationB,
  asTheyAre,
  debate,
  bursts,
  concentration,
  samples,
  evasion,
  simulator,
  analyzeSpeed,
  scale,
  judgement,
  claimsEnglish,
  claimsChinese,
  claimsFalseAlarms,
  claimsEvasion,
  claimsArrivals,
  claimsSpeed,
  ledgerWrite,
  ledgerVerify,
  ledgerTamper,
  ledgerKill,
  serviceIngest,
  serviceCheck,
  serviceLeadLatency,
  serviceStart,
  serviceKill,
  serviceMemory,
  serviceSoak,
  consoleGraph,
  consoleQueue,
  serviceCasework,
];

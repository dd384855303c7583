// Loaded before a measured program (`node --import`): leaves its own use of the machine behind when it ends.
import { writeFileSync } from "node:fs";
import { join } from "node:path";

const folder = process.env["BREAKWATER_METER"];
if (folder !== undefined) {
  process.on("exit", () => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    const usage = { cpuS: (userCPUTime + systemCPUTime) / 1e6, peakBytes: maxRSS * 1024 };
    writeFileSync(join(folder, `${process.pid}.json`), JSON.stringify(usage));
  });
}

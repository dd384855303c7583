import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { actionLogLaw } from "./action-log.law.ts";
import { createMemoryActionLog } from "./memory-action-log.ts";
import { openActionLog } from "./sqlite-action-log.ts";

actionLogLaw("memory", { open: createMemoryActionLog, reopen: (log) => log, clear: () => undefined });

const folder = join(mkdtempSync(join(tmpdir(), "breakwater-actions-")), "actions");
actionLogLaw("sqlite", {
  open: () => openActionLog(folder),
  reopen: (log) => {
    log.close();
    return openActionLog(folder);
  },
  clear: () => rmSync(folder, { recursive: true, force: true }),
});

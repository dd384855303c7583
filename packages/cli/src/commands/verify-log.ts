import type { AuditReport, Checked } from "@breakwater/ledger/verifier";
import { auditLog, LedgerFailure } from "@breakwater/server/ledger";
import { renderAudit, toAuditJson } from "../outputs/verdict.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { faultWords } from "../words/ledger-words.ts";
import { toPhrase } from "../words/phrase.ts";
import { openLogStore } from "./open-log-store.ts";
import { readKept, tellRefusal } from "./verify.ts";
import type { VerifyCommandOptions } from "./verify-options.ts";

/** Judges a whole log, or what is published of one. True where everything that was asked for is proven. */
export async function verifyLog(options: VerifyCommandOptions, terminal: Terminal): Promise<boolean> {
  const outside = readKept(options);
  const store = openLogStore(options.bundle);
  try {
    const judged = await auditLog(store, { trustedKeys: options.keys, outside });
    return tellAudit(judged, options, terminal);
  } catch (error) {
    if (!(error instanceof LedgerFailure)) throw error;
    const why = toPhrase(error.message.replace(/\.$/, ""));
    return tellRefusal({ kind: error.code, why, where: options.bundle }, options, terminal);
  } finally {
    store.close();
  }
}

function tellAudit(judged: Checked<AuditReport>, options: VerifyCommandOptions, terminal: Terminal): boolean {
  if (!judged.ok) return tellRefusal({ ...judged.fault, why: faultWords[judged.fault.kind] }, options, terminal);
  if (options.isJson) terminal.out(toAuditJson(judged.value));
  else if (!options.isQuiet) terminal.out(renderAudit(options.bundle, judged.value, options.lang));
  return true;
}

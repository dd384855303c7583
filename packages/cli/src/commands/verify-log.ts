import type { AuditReport, Checked } from "@breakwater/ledger/verifier";
import { auditLog, LedgerFailure } from "@breakwater/server/ledger";
import { renderAudit, toAuditJson } from "../outputs/verdict.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { faultWords } from "../words/ledger-words.ts";
import { toPhrase } from "../words/phrase.ts";
import { withLog } from "./log-place.ts";
import { readKept } from "./read-checkpoint.ts";
import { tellRefusal } from "./verify.ts";
import type { VerifyCommandOptions } from "./verify-options.ts";

/** Judges a whole log, or what is published of one. True where everything that was asked for is proven. */
export async function verifyLog(
  options: VerifyCommandOptions,
  kind: "folder" | "address",
  terminal: Terminal,
): Promise<boolean> {
  const { bundle: place, keys } = options;
  const outside = readKept(options);
  try {
    const judged = await withLog(place, kind, (store) => auditLog(store, { trustedKeys: keys, outside }));
    return tellAudit(judged, options, terminal);
  } catch (error) {
    if (!(error instanceof LedgerFailure)) throw error;
    const why = toPhrase(error.message.replace(/\.$/, ""));
    return tellRefusal({ kind: error.code, why, where: place }, options, terminal);
  }
}

function tellAudit(judged: Checked<AuditReport>, options: VerifyCommandOptions, terminal: Terminal): boolean {
  if (!judged.ok) return tellRefusal({ ...judged.fault, why: faultWords[judged.fault.kind] }, options, terminal);
  if (options.isJson) terminal.out(toAuditJson(judged.value));
  else if (!options.isQuiet) terminal.out(renderAudit(options.bundle, judged.value, options.lang));
  return true;
}

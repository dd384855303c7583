import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { ledgerFiles } from "../../ledger/open-ledger-at.ts";
import { isOpenToOthers, toOctal } from "./check-folders.ts";
import type { Examination } from "./examine.ts";
import { find, type Finding } from "./finding.ts";

const sealKeyBytes = 32;

/** The keys that belong to the data are there, and nobody else can read them. */
export function checkKeys({ layout }: Examination): readonly Finding[] {
  const { keys, sealKey, signingKeys, payloadKeys, ledger } = layout;
  const findings: Finding[] = [];
  const seal = statSync(sealKey, { throwIfNoEntry: false });
  if (seal === undefined) findings.push(find("keys", "seal_key_missing", { path: sealKey }));
  else if (seal.size !== sealKeyBytes) findings.push(find("keys", "seal_key_damaged", { path: sealKey }));
  const hasLedger = existsSync(join(ledger, ledgerFiles.log));
  if (hasLedger && !listNames(signingKeys).some((name) => name.endsWith(".pem"))) {
    findings.push(find("keys", "signing_key_missing", { path: signingKeys }));
  }
  const payloadFile = join(payloadKeys, ledgerFiles.payloadKeys);
  if (hasLedger && !existsSync(payloadFile)) findings.push(find("keys", "payload_keys_missing", { path: payloadFile }));
  for (const path of listFiles(keys)) {
    const stats = statSync(path);
    // Of the payload keys SQLite makes the file: the folder is what keeps others out.
    if (!isOpenToOthers(stats) || path.startsWith(payloadKeys)) continue;
    findings.push(find("keys", "key_open_to_others", { path, mode: toOctal(stats.mode) }));
  }
  return findings.length > 0 ? findings : [find("keys", "keys_fit", { path: keys })];
}

function listNames(folder: string): readonly string[] {
  return existsSync(folder) ? readdirSync(folder) : [];
}

function listFiles(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

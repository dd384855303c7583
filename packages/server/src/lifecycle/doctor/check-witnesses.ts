import { existsSync, readFileSync } from "node:fs";
import type { Config } from "../../config/schema.ts";
import { toOutsideUrl } from "../../config/outside-url.ts";
import { parseCertificates } from "../../ledger/timestamps/pem.ts";
import { createAllowList } from "../../webhooks/addresses.ts";
import { findUrlFault } from "../../webhooks/destination.ts";
import { judgeAllowedHosts } from "./check-webhooks.ts";
import type { Examination } from "./examine.ts";
import { find, type Finding } from "./finding.ts";
import { hasTable, readDatabase } from "./read-database.ts";

/** One that fails so often in a row, an hour and more, does not mend itself. */
const failuresMany = 4;

/** The places outside that the ledger's checkpoints go to can be reached by their addresses, and take them. */
export function checkWitnesses({ config, layout }: Examination): readonly Finding[] {
  const { witnesses, timestamp_urls: stamps, publish_folder: folder } = config.ledger;
  if (witnesses.length + stamps.length === 0 && folder === undefined) return [find("witnesses", "witnesses_none")];
  const wrong = [...judgeAllowedHosts("witnesses", config.ledger.allowed_hosts), ...judgeRoots(config.ledger)];
  if (wrong.some(({ level }) => level === "fail")) return wrong;
  const findings = [...wrong, ...judgeUrls(config.ledger), ...listFailing(layout.state)];
  const count = witnesses.length + stamps.length + (folder === undefined ? 0 : 1);
  return findings.length > 0 ? findings : [find("witnesses", "witnesses_fit", { count })];
}

function judgeUrls({ witnesses, timestamp_urls: stamps, allowed_hosts: hosts }: Config["ledger"]): readonly Finding[] {
  const allow = createAllowList(hosts);
  return [...witnesses, ...stamps].flatMap((url) => {
    const reason = findUrlFault(url, allow);
    return reason === null ? [] : [find("witnesses", "witness_refused", { address: toOutsideUrl(url), reason })];
  });
}

function judgeRoots({ timestamp_roots_file: path }: Config["ledger"]): readonly Finding[] {
  if (path === undefined) return [];
  try {
    if ((parseCertificates(readFileSync(path, "utf8")) ?? []).length > 0) return [];
  } catch {
    // Told as what it is for us: no certificate.
  }
  return [find("witnesses", "timestamp_roots_unreadable", { path })];
}

function listFailing(path: string): readonly Finding[] {
  if (!existsSync(path)) return [];
  return readDatabase(path, (db) => {
    if (!hasTable(db, "ledger_witness")) return [];
    const failing = db.prepare("SELECT address, failures, fault FROM ledger_witness WHERE failures >= ?");
    return failing.all(failuresMany).map(({ address, failures, fault }) =>
      find("witnesses", "witness_failing", {
        address: String(address),
        failures: Number(failures),
        reason: String(fault),
      }),
    );
  });
}

import { chmodSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { defaultConfig } from "../../config/read-config.ts";
import type { Config } from "../../config/schema.ts";
import { toLayout, type Layout } from "../../main/layout.ts";
import { takeLock } from "../../main/process-lock.ts";
import { lifecycleMigrations } from "../migrations.ts";
import { witnessMigrations } from "../../ledger/witnesses/witness-store.ts";
import { statementMigrations } from "../../statements/sqlite-statement-store.ts";
import { makeLayout, makeScratch } from "../testing/sample-layout.ts";
import { sampleMigrations, writeSamples } from "../testing/sample-writer.ts";
import { examine, type Examination } from "./examine.ts";
import { findingLevels, type FindingCode } from "./finding.ts";

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

/** Answers as the service does, or as it is told to; on a port of this machine. */
async function listen(handle: RequestListener): Promise<number> {
  const server = createServer(handle);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  closers.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return (server.address() as AddressInfo).port;
}

const serving =
  (ready = 200): RequestListener =>
  ({ url }, response) => {
    const isHealth = url === "/healthz";
    response.writeHead(isHealth ? 200 : ready, { "content-type": "application/json" });
    response.end(JSON.stringify(isHealth ? { status: "alive" } : { detail: "the judge is starting" }));
  };

let folder: string;
let layout: Layout;
let given: Omit<Examination, "layout">;
const change = (table: keyof Config, options: object): void => {
  given = { ...given, config: { ...given.config, [table]: { ...given.config[table], ...options } } };
};
const codesOf = async (): Promise<readonly FindingCode[]> => (await examine(given)).map(({ code }) => code);

beforeEach(async () => {
  folder = makeScratch();
  layout = makeLayout(folder);
  await writeSamples(
    { layout, rounds: 3, perSegment: 2 },
    () => false,
    () => undefined,
  );
  const port = await listen(serving());
  closers.splice(0).forEach((close) => close());
  given = {
    config: defaultConfig(folder),
    migrations: sampleMigrations,
    isDeep: false,
    now: Date.now(),
    nodeVersion: "24.1.0",
    userId: process.getuid?.() ?? null,
    isClockSynchronised: true,
  };
  change("service", { port });
});

const healthy: readonly FindingCode[] = [
  "node_fits",
  "folders_fit",
  "keys_fit",
  "disk_fits",
  "port_free",
  "databases_whole",
  "migrations_applied",
  "ledger_verifies",
  "clock_fits",
  "retention_not_yet",
  "address_local",
  "webhooks_fit",
  "witnesses_none",
  "statements_not_yet",
  "settings_fit",
];

describe("examine()", () => {
  it("finds a set-up in order, stopped, and changes nothing", async () => {
    const before = [statSync(layout.state).mtimeMs, readFileSync(join(layout.ledger, "ledger.sqlite"))];
    expect(await codesOf()).toEqual(healthy);
    given = { ...given, isDeep: true };
    expect(await codesOf()).toEqual(healthy);
    expect([statSync(layout.state).mtimeMs, readFileSync(join(layout.ledger, "ledger.sqlite"))]).toEqual(before);
  });

  it("finds nothing to say of data before the first start", async () => {
    given = { ...given, config: { ...defaultConfig(join(folder, "none")), service: given.config.service } };
    const codes = await codesOf();
    expect(codes).toContain("folders_not_yet");
    expect(codes).not.toContain("databases_whole");
    expect((await examine(given)).every(({ level }) => level !== "fail")).toBe(true);
  });

  const faults: readonly (readonly [FindingCode, () => unknown])[] = [
    ["node_old", () => (given = { ...given, nodeVersion: "22.9.0" })],
    ["folder_is_none", () => [rmSync(layout.keys, { recursive: true }), writeFileSync(layout.keys, "")]],
    ["folder_not_ours", () => (given = { ...given, userId: 12_345_678 })],
    ["folder_open_to_others", () => chmodSync(layout.data, 0o755)],
    ["keys_in_data", () => change("storage", { keys: join(layout.data, "keys") })],
    ["key_open_to_others", () => chmodSync(layout.sealKey, 0o644)],
    ["seal_key_missing", () => rmSync(layout.sealKey)],
    ["seal_key_damaged", () => truncateSync(layout.sealKey, 31)],
    ["signing_key_missing", () => rmSync(layout.signingKeys, { recursive: true })],
    ["payload_keys_missing", () => rmSync(layout.payloadKeys, { recursive: true })],
    ["database_damaged", () => scribble(join(layout.actions, "actions-2026-06-01.sqlite"))],
    ["database_unreadable", () => mkdirSync(join(layout.actions, "actions-2026-06-01.sqlite-wal"))],
    ["migrations_waiting", () => (given = { ...given, migrations: [...sampleMigrations, ...lifecycleMigrations] })],
    ["migrations_foreign", () => (given = { ...given, migrations: sampleMigrations.slice(1) })],
    ["ledger_unsigned", () => renameSync(layout.signingKeys, join(layout.keys, "elsewhere"))],
    [
      "ledger_damaged",
      () => inDatabase(join(layout.ledger, "ledger.sqlite"), "DELETE FROM object WHERE path LIKE 'tile/%'"),
    ],
    ["clock_behind", () => (given = { ...given, now: given.now - 86_400_000 })],
    ["clock_before_release", () => (given = { ...given, now: 0 })],
    ["clock_not_synchronised", () => (given = { ...given, isClockSynchronised: false })],
    [
      "restore_unfinished",
      () => writeFileSync(join(layout.data, "restored.json"), '{"backedUpAt":1,"restoredAt":2,"version":"0"}'),
    ],
    ["address_open", () => change("service", { address: "0.0.0.0" })],
    ["address_plain_http", () => change("service", { public_url: "http://192.0.2.1:1" })],
    ["address_not_yet", () => change("service", { public_url: "https://127.0.0.1:1" })],
    ["address_foreign", () => change("service", { address: "192.0.2.77" })],
    ["webhooks_entry_unreadable", () => change("webhooks", { allowed_hosts: ["0.0.0.0/0"] })],
    ["webhooks_entry_unreadable", () => change("webhooks", { allowed_hosts: ["ex ample"] })],
    ["webhooks_entry_metadata", () => change("webhooks", { allowed_hosts: ["169.254.0.0/16"] })],
    ["webhooks_entry_loopback", () => change("webhooks", { allowed_hosts: ["hooks.internal", "127.0.0.1"] })],
    ["webhooks_entry_wide", () => change("webhooks", { allowed_hosts: ["10.0.0.0/7"] })],
    ["witness_refused", () => change("ledger", { witnesses: ["http://witness.example/"] })],
    ["witness_refused", () => change("ledger", { witnesses: ["https://10.0.0.1/"] })],
    [
      "timestamp_roots_unreadable",
      () => change("ledger", { timestamp_urls: ["https://tsa.example/"], timestamp_roots_file: layout.sealKey }),
    ],
    [
      "webhooks_entry_loopback",
      () => change("ledger", { witnesses: ["http://127.0.0.1/"], allowed_hosts: ["127.0.0.1"] }),
    ],
    ["actions_shorter_than_window", () => change("retention", { actions_days: 3 })],
    ["proxy_unreadable", () => change("service", { trusted_proxies: ["proxy.internal"] })],
    ["proxy_wide", () => change("service", { trusted_proxies: ["127.0.0.1", "0.0.0.0/0"] })],
    ["oidc_secret_unreadable", () => change("oidc", { client_secret_file: join(folder, "none") })],
    ["oidc_secret_open_to_others", () => change("oidc", { client_secret_file: openFile(join(folder, "secret")) })],
  ];

  it.each(faults)("finds %s", async (code, spoil) => {
    spoil();
    const found = (await examine(given)).find((finding) => finding.code === code);
    expect(found).toBeDefined();
    expect(found?.level).toBe(findingLevels[code]);
  });

  it("finds the service that answers, and one that is not ready", async () => {
    change("service", { port: await listen(serving()) });
    expect(await codesOf()).toContain("service_answers");
    change("service", { port: await listen(serving(503)) });
    const found = (await examine(given)).find(({ check }) => check === "service");
    expect(found).toMatchObject({ code: "service_not_ready", params: { reasons: "the judge is starting" } });
  });

  it("finds a port that something else has, and data that somebody works on in silence", async () => {
    change("service", { port: await listen((_, response) => response.end("hello")) });
    expect(await codesOf()).toContain("port_taken");
    const lock = takeLock(layout.lock);
    expect(await codesOf()).toContain("service_silent");
    lock.release();
    expect(await codesOf()).toContain("port_taken");
  });

  it("tells a public address that leads elsewhere from one that leads nowhere", async () => {
    const own = await listen(serving());
    change("service", { port: own, public_url: `http://127.0.0.1:${own}` });
    expect(await codesOf()).toContain("address_answers");
    const other = await listen((_, response) => response.end("{}"));
    change("service", { public_url: `http://127.0.0.1:${other}` });
    expect(await codesOf()).toContain("address_of_another");
    const away = await listen((_, response) =>
      response.writeHead(302, { location: "https://elsewhere.example/" }).end(),
    );
    change("service", { public_url: `http://127.0.0.1:${away}/` });
    expect((await examine(given)).find(({ code }) => code === "address_redirects")?.params["to"]).toBe(
      "https://elsewhere.example/",
    );
    change("service", { public_url: "http://127.0.0.1:1" });
    expect(await codesOf()).toContain("address_unreachable");
  });

  it("is not kept by an answer that never ends", async () => {
    const endless = await listen((_, response) => {
      const more = (): void => void (response.write("x".repeat(5000)) && setImmediate(more));
      response.on("drain", more);
      more();
    });
    change("service", { port: endless });
    expect(await codesOf()).toContain("port_taken");
  });

  it("tells how retention goes", async () => {
    const rule = (ranAt: number, failure: string | null): void => {
      inDatabase(
        layout.state,
        `${lifecycleMigrations[0]?.sql.replaceAll("CREATE TABLE", "CREATE TABLE IF NOT EXISTS").replaceAll("CREATE INDEX", "CREATE INDEX IF NOT EXISTS") ?? ""}
        INSERT OR REPLACE INTO lifecycle_rule VALUES ('actions', ${ranAt}, '{}', ${failure === null ? "NULL" : `'${failure}'`})`,
      );
    };
    rule(given.now, null);
    expect(await codesOf()).toContain("retention_runs");
    rule(given.now - 3 * 86_400_000, null);
    expect(await codesOf()).toContain("retention_late");
    rule(given.now, "disk_full");
    expect(await codesOf()).toContain("retention_failing");
  });

  it("tells how statements of reasons go", async () => {
    const sql = statementMigrations[0]?.sql.replaceAll(/CREATE (TABLE|INDEX)/g, "CREATE $1 IF NOT EXISTS") ?? "";
    const keep = (sequence: number, status: string, at: number): void =>
      inDatabase(
        layout.state,
        `${sql} INSERT OR REPLACE INTO statements VALUES (${sequence}, 'd-${sequence}', 'decision', ${at}, NULL, '${status}', '[]', 0, 0, NULL)`,
      );
    keep(1, "queued", given.now - 2 * 86_400_000);
    expect(await codesOf()).toContain("statements_kept");
    const tokenFile = join(layout.keys, "statements-token");
    change("statements", { export_url: "https://sandbox.example", token_file: tokenFile, platform_name: "forum" });
    expect(await codesOf()).toContain("statements_late");
    keep(1, "accepted", given.now);
    expect(await codesOf()).toContain("statements_fit");
    keep(2, "refused", given.now);
    keep(3, "withheld", given.now);
    const note = JSON.stringify({ restrictions: 4, statements: 3 });
    inDatabase(layout.state, `INSERT OR REPLACE INTO statements_note VALUES ('reconciliation', '${note}')`);
    const codes = await codesOf();
    expect(codes).toContain("statements_refused");
    expect(codes).toContain("statements_withheld");
    expect(codes).toContain("statements_missing");
  });

  it("tells which witness takes nothing", async () => {
    change("ledger", { witnesses: ["https://witness.example/checkpoints?key=ours"] });
    expect(await codesOf()).toContain("witnesses_fit");
    const sql = witnessMigrations[0]?.sql.replaceAll("CREATE TABLE", "CREATE TABLE IF NOT EXISTS") ?? "";
    const fail = (times: number): void =>
      inDatabase(
        layout.state,
        `${sql} INSERT OR REPLACE INTO ledger_witness
         VALUES ('address', 'https://witness.example/checkpoints', NULL, NULL, ${times}, ${times}, 'timeout', 0)`,
      );
    fail(3);
    expect(await codesOf()).toContain("witnesses_fit");
    fail(4);
    const [failing] = (await examine(given)).filter(({ check }) => check === "witnesses");
    const params = { address: "https://witness.example/checkpoints", failures: 4, reason: "timeout" };
    expect(failing).toMatchObject({ code: "witness_failing", level: "warn", params });
  });

  it("goes on where a check breaks", async () => {
    rmSync(layout.state);
    mkdirSync(layout.state);
    const codes = await codesOf();
    expect(codes).toContain("check_broken");
    expect(codes).toContain("settings_fit");
  });

  it("finds every fault that it has words for in some test here", () => {
    const elsewhere =
      "folders_not_yet service_answers service_not_ready port_taken service_silent check_broken address_answers " +
      "address_of_another address_redirects address_unreachable retention_runs retention_late retention_failing " +
      "statements_kept statements_late statements_fit statements_refused statements_withheld statements_missing " +
      "witnesses_fit witness_failing";
    const tried = new Set<string>([...healthy, ...faults.map(([code]) => code), ...elsewhere.split(" ")]);
    // A disk that is filling, and a port below 1024, are not to be had everywhere; a data folder without a ledger is one of these tests' setups.
    const untried = Object.keys(findingLevels).filter((code) => !tried.has(code));
    expect(untried).toEqual(["disk_low", "disk_full", "port_forbidden", "nothing_yet"]);
  });
});

it("toLayout() of the configuration is what the tests made", () => {
  expect(toLayout(given.config.storage)).toEqual(layout);
});

function scribble(path: string): void {
  const bytes = readFileSync(path);
  bytes.fill(0x55, 4096, 8000);
  writeFileSync(path, bytes);
}

function inDatabase(path: string, sql: string): void {
  const db = new DatabaseSync(path);
  db.exec(sql);
  db.close();
}

function openFile(path: string): string {
  writeFileSync(path, "s", { mode: 0o644 });
  return path;
}

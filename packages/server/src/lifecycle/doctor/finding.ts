/** What is looked at, in this order. */
export const checkNames = [
  "node",
  "folders",
  "keys",
  "disk",
  "service",
  "databases",
  "migrations",
  "ledger",
  "clock",
  "retention",
  "address",
  "webhooks",
  "witnesses",
  "statements",
  "settings",
] as const;
export type CheckName = (typeof checkNames)[number];

export type Level = "ok" | "warn" | "fail";

/** Everything that may be found, with how bad it is. Whoever tells people has words for each, and says what to do. */
export const findingLevels = {
  node_fits: "ok",
  node_old: "fail",

  folders_fit: "ok",
  folders_not_yet: "ok",
  folder_is_none: "fail",
  folder_not_ours: "fail",
  folder_open_to_others: "warn",
  keys_in_data: "fail",

  keys_fit: "ok",
  key_open_to_others: "warn",
  seal_key_missing: "fail",
  seal_key_damaged: "fail",
  signing_key_missing: "fail",
  payload_keys_missing: "fail",

  disk_fits: "ok",
  disk_low: "warn",
  disk_full: "fail",

  service_answers: "ok",
  service_not_ready: "warn",
  service_silent: "warn",
  port_free: "ok",
  port_taken: "fail",
  port_forbidden: "fail",
  address_foreign: "fail",

  databases_whole: "ok",
  database_damaged: "fail",
  database_unreadable: "fail",
  nothing_yet: "ok",

  migrations_applied: "ok",
  migrations_waiting: "warn",
  migrations_foreign: "fail",

  ledger_verifies: "ok",
  ledger_unsigned: "fail",
  ledger_damaged: "fail",

  clock_fits: "ok",
  clock_behind: "fail",
  clock_before_release: "fail",
  clock_not_synchronised: "warn",

  retention_runs: "ok",
  retention_not_yet: "ok",
  retention_failing: "warn",
  retention_late: "warn",
  restore_unfinished: "warn",

  address_answers: "ok",
  address_local: "ok",
  address_not_yet: "ok",
  address_unreachable: "warn",
  address_redirects: "warn",
  address_of_another: "warn",
  address_plain_http: "warn",
  address_open: "warn",

  webhooks_fit: "ok",
  webhooks_entry_unreadable: "fail",
  webhooks_entry_metadata: "warn",
  webhooks_entry_loopback: "warn",
  webhooks_entry_wide: "warn",

  witnesses_none: "ok",
  witnesses_fit: "ok",
  witness_refused: "fail",
  witness_failing: "warn",
  timestamp_roots_unreadable: "fail",

  statements_fit: "ok",
  statements_kept: "ok",
  statements_not_yet: "ok",
  statements_missing: "fail",
  statements_refused: "warn",
  statements_withheld: "warn",
  statements_late: "warn",

  settings_fit: "ok",
  actions_shorter_than_window: "warn",
  oidc_secret_unreadable: "fail",
  oidc_secret_open_to_others: "warn",
  proxy_unreadable: "fail",
  proxy_wide: "warn",

  check_broken: "fail",
} as const satisfies Readonly<Record<string, Level>>;
export type FindingCode = keyof typeof findingLevels;

export type Finding = {
  readonly check: CheckName;
  readonly code: FindingCode;
  readonly level: Level;
  /** What the words name: paths, sizes, times in milliseconds since 1970 UTC. */
  readonly params: Readonly<Record<string, string | number>>;
};

export function find(check: CheckName, code: FindingCode, params: Finding["params"] = {}): Finding {
  return { check, code, level: findingLevels[code], params };
}

import { accessSync, constants, statSync } from "node:fs";
import ipaddr from "ipaddr.js";
import { isOpenToOthers, toOctal } from "./check-folders.ts";
import type { Examination } from "./examine.ts";
import { find, type Finding } from "./finding.ts";

/** Options that are each allowed, and together probably not meant. */
export function checkSettings({ config }: Examination): readonly Finding[] {
  const { detection, oidc, retention, service } = config;
  const findings: Finding[] = [];
  if (retention.actions_days < detection.window_days) {
    const params = { days: retention.actions_days, window: detection.window_days };
    findings.push(find("settings", "actions_shorter_than_window", params));
  }
  findings.push(...service.trusted_proxies.flatMap(judgeProxy));
  if (oidc !== undefined) findings.push(...judgeSecret(oidc.client_secret_file));
  return findings.length > 0 ? findings : [find("settings", "settings_fit")];
}

/** Whoever is believed about the addresses of others can give himself any. */
function judgeProxy(entry: string): readonly Finding[] {
  if (!ipaddr.isValid(entry) && !ipaddr.isValidCIDR(entry)) return [find("settings", "proxy_unreadable", { entry })];
  if (!ipaddr.isValidCIDR(entry)) return [];
  const [address, bits] = ipaddr.parseCIDR(entry);
  return bits < proxyBits[address.kind()] ? [find("settings", "proxy_wide", { entry })] : [];
}

const proxyBits = { ipv4: 8, ipv6: 16 } as const;

function judgeSecret(path: string): readonly Finding[] {
  try {
    accessSync(path, constants.R_OK);
  } catch {
    return [find("settings", "oidc_secret_unreadable", { path })];
  }
  const stats = statSync(path);
  return isOpenToOthers(stats)
    ? [find("settings", "oidc_secret_open_to_others", { path, mode: toOctal(stats.mode) })]
    : [];
}

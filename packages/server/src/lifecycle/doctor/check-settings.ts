import { accessSync, constants, statSync } from "node:fs";
import { isLoopback } from "./check-address.ts";
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
  if (service.trust_proxy && !isLoopback(service.address) && service.public_url?.startsWith("https:") !== true) {
    findings.push(find("settings", "proxy_without_https", { address: service.address }));
  }
  if (oidc !== undefined) findings.push(...judgeSecret(oidc.client_secret_file));
  return findings.length > 0 ? findings : [find("settings", "settings_fit")];
}

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

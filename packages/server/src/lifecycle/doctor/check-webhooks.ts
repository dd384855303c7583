import ipaddr from "ipaddr.js";
import { createAllowList, type AllowList } from "../../webhooks/addresses.ts";
import type { Examination } from "./examine.ts";
import { find, type CheckName, type Finding, type FindingCode } from "./finding.ts";

/** Where the machines of clouds hand out their keys. */
const metadata = ["169.254.169.254", "fd00:ec2::254", "168.63.129.16"];
const loopback = ["127.0.0.1", "::1"];
const hostNames = ["localhost", "metadata.google.internal"];
const wideBits = { ipv4: 8, ipv6: 16 } as const;

/** What of one's own network deliveries may reach is no more than it has to be. */
export function checkWebhooks({ config }: Examination): readonly Finding[] {
  const entries = config.webhooks.allowed_hosts;
  const findings = judgeAllowedHosts("webhooks", entries);
  return findings.length > 0 ? findings : [find("webhooks", "webhooks_fit", { count: entries.length })];
}

/** What is wrong with a list of one's own hosts. */
export function judgeAllowedHosts(check: CheckName, entries: readonly string[]): readonly Finding[] {
  return entries.flatMap((entry) => {
    const code = judge(entry);
    return code === null ? [] : [find(check, code, { entry })];
  });
}

function judge(entry: string): FindingCode | null {
  let list: AllowList;
  try {
    list = createAllowList([entry]);
  } catch {
    return "webhooks_entry_unreadable";
  }
  const [local = "", cloud = ""] = hostNames;
  if (list.hasHost(cloud) || metadata.some((address) => list.hasAddress(address))) return "webhooks_entry_metadata";
  if (list.hasHost(local) || loopback.some((address) => list.hasAddress(address))) return "webhooks_entry_loopback";
  if (!ipaddr.isValidCIDR(entry)) return null;
  const [address, bits] = ipaddr.parseCIDR(entry);
  return bits < wideBits[address.kind()] ? "webhooks_entry_wide" : null;
}

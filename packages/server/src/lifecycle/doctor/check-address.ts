import { askHealth, toOwnUrl } from "./ask-health.ts";
import type { Examination } from "./examine.ts";
import { find, type Finding } from "./finding.ts";

/** People and platforms reach the service where the configuration says that they do. */
export async function checkAddress({ config }: Examination): Promise<readonly Finding[]> {
  const { address, public_url: url } = config.service;
  if (url === undefined) {
    return [find("address", isLoopback(address) ? "address_local" : "address_open", { address })];
  }
  const { hostname, protocol } = new URL(url);
  const isPlain = protocol === "http:" && !isLoopback(hostname.replace(/^\[|\]$/g, ""));
  const plain = isPlain ? [find("address", "address_plain_http", { url })] : [];
  const health = await askHealth(url);
  switch (health.kind) {
    case "alive":
      return [...plain, find("address", "address_answers", { url })];
    case "redirect":
      return [...plain, find("address", "address_redirects", { url, to: health.to })];
    case "other":
      return [
        ...plain,
        find("address", (await runs(config.service)) ? "address_of_another" : "address_not_yet", { url }),
      ];
    case "silent": {
      const code = (await runs(config.service)) ? "address_unreachable" : "address_not_yet";
      return [...plain, find("address", code, { url, reason: health.reason ?? "" })];
    }
  }
}

/** Without the service a proxy before it has nothing to pass on. */
async function runs(service: Examination["config"]["service"]): Promise<boolean> {
  return service.port !== 0 && (await askHealth(toOwnUrl(service))).kind === "alive";
}

export function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || /^127\.\d+\.\d+\.\d+$/.test(host);
}

import { existsSync } from "node:fs";
import { createServer } from "node:net";
import { DatabaseSync } from "node:sqlite";
import { askHealth, toOwnUrl } from "./ask-health.ts";
import type { Examination } from "./examine.ts";
import { find, type Finding } from "./finding.ts";

/** Either the service answers where it should, or it could. */
export async function checkService({ config, layout }: Examination): Promise<readonly Finding[]> {
  const { address, port } = config.service;
  const params = { address, port: String(port) };
  const isLocked = isHeld(layout.lock);
  const health = port === 0 ? { kind: "silent" as const } : await askHealth(toOwnUrl(config.service));
  if (health.kind === "alive") {
    const { isReady, reasons } = health;
    return [find("service", isReady ? "service_answers" : "service_not_ready", { ...params, reasons })];
  }
  if (isLocked) return [find("service", "service_silent", params)];
  const code = await tryPort(address, port);
  if (code === null) return [find("service", "port_free", params)];
  if (code === "EACCES") return [find("service", "port_forbidden", params)];
  return [find("service", code === "EADDRINUSE" ? "port_taken" : "address_foreign", params)];
}

/** Whether a process works on the data. Looked at as a reader, which keeps nobody off. */
export function isHeld(lock: string): boolean {
  if (!existsSync(lock)) return false;
  const db = new DatabaseSync(lock, { readOnly: true, timeout: 0 });
  try {
    db.prepare("SELECT count(*) FROM sqlite_schema").get();
    return false;
  } catch (error) {
    if (error instanceof Error && "errcode" in error && error.errcode === 5) return true;
    throw error;
  } finally {
    db.close();
  }
}

/** What keeps a server from listening there; null where nothing does. */
function tryPort(host: string, port: number): Promise<string | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? "unknown"));
    server.listen({ host, port, exclusive: true }, () => server.close(() => resolve(null)));
  });
}

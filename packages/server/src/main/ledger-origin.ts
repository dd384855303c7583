import { existsSync, readFileSync, writeFileSync } from "node:fs";

/** The name of this ledger, written down at the first run: it outlives a change of the service's address. */
export function readOrigin(path: string, make: () => string): string {
  if (!existsSync(path)) writeFileSync(path, `${make()}\n`, { flag: "wx", mode: 0o600 });
  return readFileSync(path, "utf8").trim();
}

/** A name that no other log has, also where two services answer at one address one after the other. */
export function nameLog(publicUrl: string, randomBytes: (count: number) => Uint8Array): string {
  return `${new URL(publicUrl).host}/breakwater/${Buffer.from(randomBytes(4)).toString("hex")}`;
}

import { readWholeFile } from "./read-file.ts";

const tokenBytesMax = 4096;

/** The API token of a command that speaks to a service: of `--token-file`, else of `BREAKWATER_TOKEN`; null where neither has one. */
export function readServiceToken(
  path: string | undefined,
  env: Readonly<Record<string, string | undefined>>,
): string | null {
  const token = path === undefined ? env["BREAKWATER_TOKEN"] : readTokenFile(path);
  return token === undefined || token === "" ? null : token;
}

function readTokenFile(path: string): string {
  return Buffer.from(readWholeFile(path, tokenBytesMax)).toString("utf8").trim();
}

import { readWholeFile } from "./read-file.ts";
import { configFlags } from "./service-config.ts";

const tokenBytesMax = 4096;

/** How every command that speaks to a running service is told where that is and who asks. */
export const addressFlags = {
  ...configFlags,
  url: { type: "string" },
  "token-file": { type: "string" },
} as const;

export type ServiceAddress = {
  /** Without a slash at its end; null: where the configuration says. */
  readonly url: string | null;
  /** Of `--token-file`, else of `BREAKWATER_TOKEN`; null where neither has one. */
  readonly token: string | null;
};

export function readServiceAddress(
  values: { readonly [K in keyof typeof addressFlags]?: string },
  env: Readonly<Record<string, string | undefined>>,
): ServiceAddress {
  const { url, "token-file": path } = values;
  const token = path === undefined ? env["BREAKWATER_TOKEN"] : readTokenFile(path);
  return { url: url?.replace(/\/+$/, "") ?? null, token: token === undefined || token === "" ? null : token };
}

function readTokenFile(path: string): string {
  return Buffer.from(readWholeFile(path, tokenBytesMax)).toString("utf8").trim();
}

import type { Config } from "../../config/schema.ts";

export type Health =
  | { readonly kind: "alive"; readonly isReady: boolean; readonly reasons: string }
  /** Something answers that is not this service. */
  | { readonly kind: "other"; readonly status: number }
  | { readonly kind: "redirect"; readonly to: string }
  | { readonly kind: "silent"; readonly reason?: string };

const waitMs = 4000;
const answerCharsMax = 10_000;

/** Where this machine reaches a service of this configuration. */
export function toOwnUrl({ address, port }: Config["service"]): string {
  const host = address === "0.0.0.0" ? "127.0.0.1" : address === "::" ? "::1" : address;
  return `http://${host.includes(":") ? `[${host}]` : host}:${port}`;
}

/** Asks what answers at an address for its health. Redirects are told, not followed. */
export async function askHealth(url: string): Promise<Health> {
  const alive = await ask(`${url.replace(/\/$/, "")}/healthz`);
  if (alive.kind !== "answer") return alive;
  if (alive.body["status"] !== "alive") return { kind: "other", status: alive.status };
  const ready = await ask(`${url.replace(/\/$/, "")}/readyz`);
  const isReady = ready.kind === "answer" && ready.status === 200;
  const detail = ready.kind === "answer" ? ready.body["detail"] : "";
  return { kind: "alive", isReady, reasons: typeof detail === "string" ? detail.slice(0, 200) : "" };
}

type Asked = Exclude<Health, { kind: "alive" }> | { kind: "answer"; status: number; body: Record<string, unknown> };

async function ask(url: string): Promise<Asked> {
  try {
    const response = await fetch(url, { redirect: "manual", signal: AbortSignal.timeout(waitMs) });
    if (response.status >= 300 && response.status < 400) {
      await response.body?.cancel();
      return { kind: "redirect", to: (response.headers.get("location") ?? "").slice(0, 200) };
    }
    return { kind: "answer", status: response.status, body: parseBody(await readSome(response)) };
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    const reason = cause instanceof Error && "code" in cause ? String(cause.code) : String(cause);
    return { kind: "silent", reason: reason.slice(0, 100) };
  }
}

/** Whatever answers there may never end. */
async function readSome(response: Response): Promise<string> {
  let text = "";
  for await (const chunk of response.body ?? []) {
    text += Buffer.from(chunk as Uint8Array).toString("utf8");
    if (text.length > answerCharsMax) break;
  }
  return text;
}

function parseBody(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

import type { StatementFields } from "@breakwater/casework";

export type DatabaseAddress = {
  /** `https://transparency.dsa.ec.europa.eu`, without the path of the API. */
  readonly url: string;
  readonly token: string;
};

/** What the Transparency Database said to one batch. Nothing of a batch is stored but by `stored`. */
export type SendAnswer =
  /** All of it; its own ids by puid. */
  | { readonly kind: "stored"; readonly uuids: ReadonlyMap<string, string> }
  /** Some have faults: by place in the batch, the fields. Nothing was stored. */
  | { readonly kind: "faulty"; readonly faults: ReadonlyMap<number, readonly string[]> }
  /** Some are there already, by puid. Nothing was stored. */
  | { readonly kind: "existing"; readonly puids: ReadonlySet<string> }
  /** Not now: try again, not before `retryAfter` seconds where it says so. */
  | { readonly kind: "later"; readonly why: string; readonly retryAfter: number | null };

/** The database takes no more at once. */
export const batchMax = 100;

const timeoutMs = 60_000;
const answerBytesMax = 4_000_000;

/** Sends one batch. Never throws: a network that fails is `later`. Redirects are not followed: they would carry the token elsewhere. */
export async function sendStatements(
  statements: readonly StatementFields[],
  { url, token }: DatabaseAddress,
): Promise<SendAnswer> {
  try {
    const response = await fetch(`${url.replace(/\/+$/, "")}/api/v1/statements`, {
      method: "POST",
      redirect: "manual",
      headers: { authorization: `Bearer ${token}`, accept: "application/json", "content-type": "application/json" },
      body: JSON.stringify({ statements }),
      signal: AbortSignal.timeout(timeoutMs),
    });
    const body = await readJson(response);
    if (response.status === 201) return readStored(body);
    if (response.status === 422) return readRefusal(body);
    return { kind: "later", why: `answered_${response.status}`, retryAfter: readRetryAfter(response) };
  } catch (error) {
    return { kind: "later", why: error instanceof Error ? error.name : "failed", retryAfter: null };
  }
}

type Json = Readonly<Record<string, unknown>>;

async function readJson(response: Response): Promise<Json> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += chunk.length;
    if (length > answerBytesMax) throw new RangeError("The answer is too long.");
    chunks.push(chunk);
  }
  try {
    return toObject(JSON.parse(Buffer.concat(chunks).toString("utf8")));
  } catch {
    return {};
  }
}

function readStored(body: Json): SendAnswer {
  const list = Array.isArray(body["statements"]) ? body["statements"].map(toObject) : [];
  const named = list.flatMap(({ puid, uuid }) =>
    typeof puid === "string" && typeof uuid === "string" ? [[puid, uuid] as const] : [],
  );
  return { kind: "stored", uuids: new Map(named) };
}

function readRefusal(body: Json): SendAnswer {
  const errors = toObject(body["errors"]);
  const existing = errors["existing_puids"];
  if (Array.isArray(existing)) {
    return { kind: "existing", puids: new Set(existing.filter((puid) => typeof puid === "string")) };
  }
  const faults = Object.entries(errors).flatMap(([name, fields]) => {
    const place = /^statement_(\d{1,3})$/.exec(name)?.[1];
    return place === undefined ? [] : [[Number(place), Object.keys(toObject(fields))] as const];
  });
  return { kind: "faulty", faults: new Map(faults) };
}

function readRetryAfter(response: Response): number | null {
  const header = response.headers.get("retry-after");
  return header !== null && /^\d{1,6}$/.test(header) ? Number(header) : null;
}

function toObject(value: unknown): Json {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Json) : {};
}

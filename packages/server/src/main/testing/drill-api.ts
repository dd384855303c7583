/** An answer of the service, or null where none came: the process died over the request. */
export type DrillAnswer = { readonly status: number; readonly body: Readonly<Record<string, unknown>> } | null;

export type DrillRequest = {
  readonly method: string;
  readonly path: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
};

/** Secrets of the platform's token and of an editor's session. */
export type Credentials = { readonly token: string; readonly session?: string };

export type DrillApi = (request: DrillRequest) => Promise<DrillAnswer>;

export function createDrillApi(url: string, { token, session }: Credentials): DrillApi {
  const asPlatform = { authorization: `Bearer ${token}` };
  const asEditor = {
    cookie: `breakwater-session=${session}`,
    "sec-fetch-site": "same-origin",
    origin: new URL(url).origin,
  };
  return async ({ method, path, body, headers = {} }) => {
    // Claims are written by people.
    const who = method === "POST" && path === "/v1/claims" ? asEditor : asPlatform;
    const type: Record<string, string> = body === undefined ? {} : { "content-type": "application/json" };
    try {
      const response = await fetch(url + path, {
        method,
        headers: { ...who, ...type, ...headers },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      return { status: response.status, body: text === "" ? {} : (JSON.parse(text) as Record<string, unknown>) };
    } catch {
      return null;
    }
  };
}

/** All items of a list, page by page; null where the process died meanwhile. */
export async function listAll(api: DrillApi, path: string): Promise<readonly Record<string, unknown>[] | null> {
  const items: Record<string, unknown>[] = [];
  for (let cursor: string | null = ""; cursor !== null;) {
    const more = cursor === "" ? "" : `&cursor=${encodeURIComponent(cursor)}`;
    const answer = await api({ method: "GET", path: `${path}${path.includes("?") ? "&" : "?"}limit=200${more}` });
    if (answer?.status !== 200) return null;
    items.push(...(answer.body["items"] as Record<string, unknown>[]));
    cursor = answer.body["nextCursor"] as string | null;
  }
  return items;
}

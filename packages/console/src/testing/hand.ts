/** What the API takes and answers with, as far as tests look at it. */
export type Body = Readonly<Record<string, unknown>>;
/** Somebody of the staff, as a program sees them: calls the API and throws what it refuses. */
export type Hand = (method: string, path: string, body?: object, version?: number) => Promise<Body>;

/** The hand of whoever the session belongs to. */
export function toHand(url: string, session: string): Hand {
  return async (method, path, body, version) => {
    const headers = {
      cookie: `breakwater-session=${session}`,
      origin: url,
      "sec-fetch-site": "same-origin",
      ...(body === undefined ? {} : { "content-type": "application/json" }),
      ...(version === undefined ? {} : { "if-match": `"${version}"` }),
    };
    const sent = body === undefined ? {} : { body: JSON.stringify(body) };
    const answer = await fetch(url + path, { method, headers, ...sent });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${text}`);
    return text === "" ? {} : (JSON.parse(text) as Body);
  };
}

import type { FastifyInstance, LightMyRequestResponse } from "fastify";

export type TestPage = {
  readonly status: number;
  readonly text: string;
  readonly location: string | null;
  readonly headers: LightMyRequestResponse["headers"];
};

/** Of any page that the server renders: it has to be there at once, also over a bad line. */
const pageBytesMax = 30_000;

/** As much of a browser as forms need: cookies, hidden fields, the headers that browsers send of themselves. */
export class TestBrowser {
  readonly cookies = new Map<string, string>();
  readonly #app: FastifyInstance;
  readonly #origin: string;
  #page = "";

  constructor(app: FastifyInstance, origin: string) {
    this.#app = app;
    this.#origin = origin;
  }

  get(path: string, headers: Readonly<Record<string, string>> = {}): Promise<TestPage> {
    return this.#send({ method: "GET", url: path, headers });
  }

  /** Sends the form of the page on screen that goes to `action`, with its hidden fields. */
  submit(
    action: string,
    fields: Readonly<Record<string, string | readonly string[]>> = {},
    headers: Readonly<Record<string, string>> = {},
  ): Promise<TestPage> {
    const [, form = ""] = this.#page.split(`action="${action}"`);
    const hidden = [...(form.split("</form>", 1)[0]?.matchAll(/type="hidden" name="([^"]*)" value="([^"]*)"/g) ?? [])];
    const body = new URLSearchParams();
    for (const [, name = "", value = ""] of hidden) body.append(name, value);
    for (const [name, value] of Object.entries(fields)) {
      body.delete(name);
      for (const one of typeof value === "string" ? [value] : value) body.append(name, one);
    }
    return this.#send({
      method: "POST",
      url: action,
      payload: body.toString(),
      headers: {
        "content-type": "application/x-www-form-urlencoded",
        origin: this.#origin,
        "sec-fetch-site": "same-origin",
        ...headers,
      },
    });
  }

  async #send(request: {
    readonly method: "GET" | "POST";
    readonly url: string;
    readonly payload?: string;
    readonly headers: Readonly<Record<string, string>>;
  }): Promise<TestPage> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const response = await this.#app.inject({
      ...request,
      headers: { ...(cookie === "" ? {} : { cookie }), ...request.headers },
    });
    for (const { name, value, maxAge, expires } of response.cookies as readonly SetCookie[]) {
      if (maxAge === 0 || (expires !== undefined && expires.getTime() === 0)) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    const bytes = Buffer.byteLength(response.body);
    if (bytes > pageBytesMax) throw new Error(`${request.url} has ${bytes} bytes, past ${pageBytesMax}.`);
    this.#page = response.body;
    const { location } = response.headers;
    return {
      status: response.statusCode,
      text: response.body,
      location: typeof location === "string" ? location : null,
      headers: response.headers,
    };
  }
}

type SetCookie = { readonly name: string; readonly value: string; readonly maxAge?: number; readonly expires?: Date };

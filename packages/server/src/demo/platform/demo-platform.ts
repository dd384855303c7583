import { listEffects } from "@breakwater/contract";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { style, stylePath } from "../../access/pages/style.ts";
import { chooseLanguage } from "../../http/problem.ts";
import type { DemoApi } from "../demo-api.ts";
import { castNames, type DemoStaff } from "../staff.ts";
import { carryOut, listLetters, passOver } from "./carry-out.ts";
import { showNothing, showPlatform } from "./page.ts";
import { readDelivery } from "./read-delivery.ts";
import type { DemoLanguage } from "./words.ts";

export type DemoPlatform = {
  readonly port: number;
  /** Where the webhook goes. */
  readonly hookUrl: string;
  /** Of the page, under this host, for whoever reads the terminal. */
  readonly toPageUrl: (hostname: string) => string;
  /** Webhooks are believed from now on. */
  readonly trust: (secret: string) => void;
  readonly close: () => Promise<void>;
};

export type DemoPlatformOptions = {
  /** Preferred; another one where it is taken. 0: any. */
  readonly port: number;
  /** Names the page: whoever knows it can sign in as the demo's people. */
  readonly key: string;
  readonly api: DemoApi;
  readonly staff: Pick<DemoStaff, "signIn">;
  readonly consoleUrl: string;
  /** Whether people may be signed in: not once a real platform is connected. */
  readonly isOpen: () => Promise<boolean>;
  readonly now: () => number;
  readonly onFailure: (error: unknown) => void;
};

const bodyBytesMax = 65_536;
const lettersMax = 40;
const hookPath = "/webhook";

/**
 * A platform as an operator would connect it: takes signed webhooks, carries out what they ask and says so through the API. On the loopback
 * alone. Its page, under a key, shows what accounts were told, and signs in the demo's people.
 */
export async function openDemoPlatform(options: DemoPlatformOptions): Promise<DemoPlatform> {
  const { api, key, consoleUrl, now, onFailure } = options;
  let secret: string | null = null;
  const server = createServer((request, response) => {
    void answer(request, response).catch((error: unknown) => {
      onFailure(error);
      if (!response.headersSent) response.writeHead(500).end();
    });
  });
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://platform");
    const asked = searchParams.get("lang");
    const language: DemoLanguage =
      asked === "en" || asked === "zh-Hans" ? asked : chooseLanguage(request.headers["accept-language"]);
    const body = await readBody(request);
    if (body === null) return void response.writeHead(413).end();
    if (pathname === stylePath) return void response.writeHead(200, { "content-type": "text/css" }).end(style);
    if (pathname === hookPath && request.method === "POST") {
      const message = secret === null ? null : readDelivery({ headers: request.headers, body }, secret, now());
      if (message === null) return void response.writeHead(401).end();
      // Said twice, it is done once: a delivery that comes again needs no memory.
      await carryOut(api, message).catch(passOver);
      return void response.writeHead(204).end();
    }
    if (pathname === `/${key}` && request.method === "GET") {
      return sendPage(response, 200, { page: await show(options, language), consoleUrl });
    }
    if (pathname === `/${key}/sign-in` && request.method === "POST" && (await options.isOpen())) {
      const who = castNames.find((name) => name === new URLSearchParams(body.toString("utf8")).get("who"));
      if (who !== undefined) return enter(response, options, who);
    }
    sendPage(response, 404, { page: showNothing(language), consoleUrl });
  };
  await listen(server, options.port);
  const { port } = server.address() as AddressInfo;
  return {
    port,
    hookUrl: `http://127.0.0.1:${port}${hookPath}`,
    toPageUrl: (hostname) => `http://${hostname}:${port}/${key}`,
    trust: (given) => (secret = given),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

type Sent = { readonly page: string; readonly consoleUrl: string };

async function show({ api, key, isOpen }: DemoPlatformOptions, language: DemoLanguage): Promise<string> {
  const { items: effects } = await api.call(listEffects, { query: { limit: lettersMax } });
  const letters = await listLetters(api, lettersMax);
  return showPlatform({ language, path: `/${key}`, isOpen: await isOpen(), letters, effects });
}

async function enter(
  response: ServerResponse,
  { staff, consoleUrl }: DemoPlatformOptions,
  who: (typeof castNames)[number],
): Promise<void> {
  const { cookie, session } = await staff.signIn(who);
  // Cookies know no ports: this one is the service's own, on the same host.
  response.writeHead(303, {
    location: consoleUrl,
    "set-cookie": `${cookie}=${session}; Path=/; HttpOnly; SameSite=Strict`,
    "cache-control": "no-store",
  });
  response.end();
}

function sendPage(response: ServerResponse, status: number, { page, consoleUrl }: Sent): void {
  const forms = `form-action 'self' ${new URL(consoleUrl).origin}`;
  const policy = `default-src 'none'; style-src 'self'; ${forms}; base-uri 'none'; frame-ancestors 'none'`;
  response.writeHead(status, {
    "content-type": "text/html; charset=utf-8",
    "content-security-policy": policy,
    "cache-control": "no-store",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
  });
  response.end(page);
}

async function readBody(request: IncomingMessage): Promise<Buffer | null> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    bytes += part.length;
    if (bytes > bodyBytesMax) return null;
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/** On the preferred port, or on any where somebody has it. */
async function listen(server: Server, port: number): Promise<void> {
  const tryPort = (wanted: number): Promise<void> =>
    new Promise((resolve, reject) => {
      server.once("error", reject);
      server.listen(wanted, "127.0.0.1", () => {
        server.off("error", reject);
        resolve();
      });
    });
  await tryPort(port).catch(() => tryPort(0));
}

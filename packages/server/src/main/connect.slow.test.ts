import { createRegistry, encodeRegistryFile } from "@breakwater/claims";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { DatabaseSync } from "node:sqlite";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { OpenAPIClientAxios, type Document } from "openapi-client-axios";
import { pino } from "pino";
import { Webhook } from "standardwebhooks";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { makeAdopted } from "../claims/testing/entries.ts";
import { configSchema } from "../config/schema.ts";
import { startService, type RunningService } from "./start-service.ts";
import { fillRegistry } from "./testing/fill-store.ts";
import { listSnippets, runSnippet, startSnippet, type Running, type SnippetLanguage } from "./testing/page-snippets.ts";

// The page as a newcomer follows it: its snippets as they are printed, against a service that was really started.
const page = readFileSync(join(import.meta.dirname, "../../../../docs/connect.md"), "utf8");
const [sendTs = "", receiveTs = ""] = listSnippets(page, "ts");
const [sendPython = "", receivePython = ""] = listSnippets(page, "python");
const [sendSh = "", createWebhookSh = "", verifySh = ""] = listSnippets(page, "sh");

const root = mkdtempSync(join(tmpdir(), "breakwater-connect-"));
const storage = { data: join(root, "data"), keys: join(root, "keys") };
const closers: (() => unknown)[] = [];
let service: RunningService;
let env: Readonly<Record<string, string>>;
let headers: Readonly<Record<string, string>>;
let folders = 0;
let stopped: Promise<void> | undefined;
const stop = (): Promise<void> => (stopped ??= service.close());

const newFolder = (): string => {
  const folder = join(root, `snippet-${(folders += 1)}`);
  mkdirSync(folder);
  return folder;
};
const run = (
  language: SnippetLanguage,
  code: string,
  more: Readonly<Record<string, string>> = {},
  status = 0,
): Promise<string> => runSnippet(code, { language, folder: newFolder(), env: { ...env, ...more } }, status);
const waitFor = <T>(look: () => T | Promise<T>): Promise<T> => vi.waitFor(look, { timeout: 40_000, interval: 200 });
const listen = async (server: Server): Promise<string> => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  closers.push(() => server.close().closeAllConnections());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

beforeAll(async () => {
  const registry = createRegistry();
  const claim = "The new radio mast on Harbour Hill makes 40 children ill every week";
  const entry = makeAdopted({ id: "mast", claim, url: "https://desk.example/mast" });
  registry.restore({ versions: [{ at: 0, by: "ana", action: "imported", entry }] });
  const config = configSchema.parse({ service: { port: 0 }, storage, webhooks: { allowed_hosts: ["127.0.0.1"] } });
  await fillRegistry(config, { bytes: encodeRegistryFile({ registry, sections: new Map() }), at: Date.now() });
  service = await startService(config, pino({ level: "silent" }));
  const scopes = ["actions:write", "check", "webhooks:manage"] as const;
  const input = { name: "forum", scopes, expiresInDays: null, actor: { kind: "operator", id: null } } as const;
  const token = await service.access.createToken({ ...input, at: Date.now() });
  if (!token.ok) throw new Error("no token");
  env = { BREAKWATER_URL: service.url, BREAKWATER_TOKEN: token.value.secret };
  headers = { authorization: `Bearer ${token.value.secret}`, "content-type": "application/json" };
  // The index of claims is made once; a first check on a loaded machine may take longer than its deadline.
  await waitFor(async () => {
    const body = JSON.stringify({ text: claim, deadlineMs: 500 });
    const answer = await fetch(`${service.url}/v1/check`, { method: "POST", headers, body });
    expect(await answer.json()).toMatchObject({ late: false, band: "recognised", matches: [{ holds: [] }] });
  });
}, 200_000);
afterAll(async () => {
  await stop();
  for (const close of closers.toReversed()) await close();
  rmSync(root, { recursive: true, force: true });
});

/** A service that is busy at first and never answers a check; the rest is the real one's. */
async function startBusyDoor(): Promise<{ readonly url: string; readonly seen: string[] }> {
  const seen: string[] = [];
  const door = createServer(async (request, response) => {
    const body = Buffer.concat(await request.toArray());
    const path = String(request.url);
    seen.push(path);
    if (path === "/v1/check") return;
    const isFirst = path === "/v1/actions" && seen.filter((one) => one === path).length === 1;
    if (isFirst) return response.writeHead(429, { "retry-after": "1" }).end();
    const type = request.headers["content-type"];
    const answer = await fetch(service.url + path, {
      method: String(request.method),
      headers: {
        authorization: String(request.headers.authorization),
        ...(type !== undefined && { "content-type": type }),
      },
      ...(body.length > 0 && { body }),
    });
    response.writeHead(answer.status, { "content-type": "application/json" }).end(await answer.text());
  });
  return { url: await listen(door), seen };
}

const senders = [
  ["ts", sendTs],
  ["python", sendPython],
  ["sh", sendSh],
] as const;

it.each(senders)(
  "%s: what is sent while the service is busy comes, and a check that is late means publish",
  async (language, code) => {
    const { url, seen } = await startBusyDoor();
    const output = await run(language, code, { BREAKWATER_URL: url });
    expect(output).toContain("publish");
    expect(output).toMatch(/"?accepted"?: ?[13],/);
    expect(seen.filter((path) => path === "/v1/actions").length).toBe(2);
  },
);

it.each(senders)("%s: a check tells of the debunk, and the same ids again are duplicates", async (language, code) => {
  // What was deleted already is not found: so ends the shell's last line. A loaded machine may be later than the snippet waits; then it says "publish", as it should.
  const output = await waitFor(async () => {
    const text = await run(language, code, {}, language === "sh" ? 22 : 0);
    expect(text).toContain("https://desk.example/mast");
    return text;
  });
  expect(output).toMatch(/"?duplicates"?: ?[13],/);
  expect(output).toMatch(/"?accepted"?: ?0,/);
});

const createWebhook = async (url: string): Promise<{ readonly id: string; readonly secret: string }> => {
  const made = JSON.parse(await run("sh", createWebhookSh, { RECEIVER_URL: url })) as {
    readonly webhook: { readonly id: string };
    readonly secret: string;
  };
  return { id: made.webhook.id, secret: made.secret };
};
type Delivery = { readonly id: string; readonly log: readonly { readonly status: number | null }[] };
const call = async (path: string, method: "GET" | "POST"): Promise<Delivery> => {
  const { authorization = "" } = headers;
  return (await (await fetch(service.url + path, { method, headers: { authorization } })).json()) as Delivery;
};
const waitForAttempts = (id: string, statuses: readonly number[]): Promise<void> =>
  waitFor(async () => {
    const { log } = await call(`/v1/deliveries/${id}`, "GET");
    expect(log.map(({ status }) => status)).toEqual(statuses);
  });
const findFreeUrl = async (): Promise<string> => {
  const server = createServer();
  const url = await listen(server);
  await new Promise((resolve) => server.close(resolve));
  closers.pop();
  return url;
};

it.each([
  ["ts", receiveTs],
  ["python", receivePython],
] as const)("%s: a webhook arrives, counts once, and a forged one is refused", async (language, code) => {
  const url = await findFreeUrl();
  const { id, secret } = await createWebhook(url);
  const { port } = new URL(url);
  const more = { ...env, WEBHOOK_SECRET: secret, PORT: port };
  const { child, read }: Running = startSnippet(code, { language, folder: newFolder(), env: more });
  closers.push(() => child.kill());
  const forge = async (given: Readonly<Record<string, string>>): Promise<number> =>
    (await fetch(url, { method: "POST", headers: given, body: '{"type":"webhook.ping","forged":true}' })).status;
  await waitFor(async () => expect(await forge({})).toBe(400));
  const delivery = (await call(`/v1/webhooks/${id}/ping`, "POST")).id;
  await waitForAttempts(delivery, [204]);
  await call(`/v1/deliveries/${delivery}/replay`, "POST");
  await waitForAttempts(delivery, [204, 204]);
  const pings = (): readonly string[] =>
    read()
      .stdout.split("\n")
      .filter((line) => line.includes("webhook.ping"));
  await waitFor(() => expect(pings().length).toBe(1));
  const body = Buffer.from('{"type":"webhook.ping","forged":true}');
  const other = new Webhook(`whsec_${Buffer.alloc(32, 7).toString("base64")}`);
  const own = new Webhook(secret);
  const sign = (by: Webhook, at: number): Readonly<Record<string, string>> => ({
    "webhook-id": "msg_x",
    "webhook-timestamp": String(Math.floor(at / 1000)),
    "webhook-signature": by.sign("msg_x", new Date(at), body.toString()),
  });
  expect(await forge(sign(other, Date.now()))).toBe(400);
  expect(await forge(sign(own, Date.now() - 400_000))).toBe(400);
  expect(pings().length).toBe(1);
  expect(await forge(sign(own, Date.now()))).toBe(204);
  await waitFor(() => expect(pings().length).toBe(2));
});

it("standardwebhooks and the shell take what the service signs when a post is deleted", async () => {
  const got: { readonly headers: IncomingHttpHeaders; readonly body: string }[] = [];
  const recorder = createServer(async (request, response) => {
    got.push({ headers: request.headers, body: Buffer.concat(await request.toArray()).toString() });
    response.writeHead(204).end();
  });
  const { secret } = await createWebhook(await listen(recorder));
  const deleted = await fetch(`${service.url}/v1/actions/forum/py-1`, {
    method: "DELETE",
    headers: { authorization: headers["authorization"] ?? "" },
  });
  expect(deleted.status).toBe(204);
  const { headers: sent, body } = await waitFor(() => {
    const found = got.find((one) => one.body.includes('"action.deleted"') && one.body.includes("py-1"));
    if (found === undefined) throw new Error("not yet");
    return found;
  });
  const taken = new Webhook(secret).verify(body, sent as Record<string, string>);
  expect(taken).toMatchObject({ type: "action.deleted", data: { source: "forum", id: "py-1" } });
  const verify = (text: string, key = secret): Promise<string> => {
    const folder = newFolder();
    writeFileSync(join(folder, "body.json"), text);
    const [id, at, signature] = ["id", "timestamp", "signature"].map((name) => String(sent[`webhook-${name}`]));
    const given = { WEBHOOK_ID: id ?? "", WEBHOOK_TIMESTAMP: at ?? "", WEBHOOK_SIGNATURE: signature ?? "" };
    return runSnippet(verifySh, { language: "sh", folder, env: { ...given, WEBHOOK_SECRET: key } });
  };
  expect(await verify(body)).toBe("from Breakwater\n");
  expect(await verify(`${body} `)).toBe("not from Breakwater\n");
});

it("a client that a public tool makes of /v1/openapi.json sends an action and reads claims", async () => {
  const definition = (await (await fetch(`${service.url}/v1/openapi.json`)).json()) as Document;
  const { authorization = "" } = headers;
  const axiosConfigDefaults = { headers: { authorization } };
  const api = new OpenAPIClientAxios({ definition, withServer: { url: service.url }, axiosConfigDefaults });
  const client = await api.init();
  const action = { id: "client-1", at: Date.now(), account: "u-21", kind: "like" };
  expect((await client["postActions"]?.({}, [action]))?.data).toMatchObject({ accepted: 1, refused: 0 });
  const found = await client["searchClaims"]?.({ query: "mast" });
  expect(found?.status).toBe(200);
  expect(JSON.stringify(found?.data)).toContain("https://desk.example/mast");
});

it("what was sent is stored, edited and deleted, and holds no raw identifier", async () => {
  await stop();
  const folder = join(storage.data, "actions");
  const files = readdirSync(folder).filter((name) => /^actions-.*\.sqlite$/.test(name));
  const bodies = files.flatMap((name) => {
    const db = new DatabaseSync(join(folder, name), { readOnly: true });
    const rows = db.prepare("SELECT body FROM record").all();
    db.close();
    return rows.map((row) => String(row["body"]));
  });
  const kept = bodies.join("\n");
  for (const id of ["ts-1", "sh-1", "sh-2", "client-1"])
    expect(bodies.filter((body) => body.includes(`"${id}"`))).not.toEqual([]);
  for (const gone of ["203.0.113.9", "phone-4711", "13812345678", "To be edited", "To be deleted"])
    expect(kept).not.toContain(gone);
  expect(kept).toContain('"Edited"');
});

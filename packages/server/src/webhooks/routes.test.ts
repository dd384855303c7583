import { webhooksRoutes, type DeliveryView, type Route, type WebhookView } from "@breakwater/contract";
import { Webhook } from "standardwebhooks";
import { describe, expect, it } from "vitest";
import { HttpError } from "../http/http-error.ts";
import type { Caller } from "../http/route.ts";
import { createWebhooksRoutes } from "./routes.ts";
import { openDesk, until } from "./testing/desk.ts";
import { openReceiver } from "./testing/receiver.ts";

const caller: Caller = { kind: "token", id: "t-1", name: "ci", scopes: ["webhooks:manage"] };

type Ask = {
  readonly params?: object;
  readonly query?: object;
  readonly body?: object;
  readonly headers?: Readonly<Record<string, string>>;
};

/** As the front does it: parts parsed by the contract, the answer held to it. */
function openApi() {
  const desk = openDesk();
  const bound = new Map(createWebhooksRoutes(desk).map((one) => [one.route.id, one]));
  const ask = async (id: string, { params = {}, query = {}, body = {}, headers = {} }: Ask = {}) => {
    const one = bound.get(id);
    if (one === undefined) throw new Error(`No route ${id}.`);
    const route: Route = one.route;
    const answer = await one.handle({
      params: route.params?.parse(params),
      query: route.query?.parse(query),
      body: route.body?.parse(body),
      caller,
      at: desk.now(),
      requestId: "r",
      headers,
      stream: null,
    } as never);
    return { ...answer, body: route.response?.parse(answer.body) as Record<string, unknown> };
  };
  const fail = async (id: string, asked: Ask): Promise<string> => {
    const error: unknown = await ask(id, asked).then(
      () => null,
      (thrown: unknown) => thrown,
    );
    if (error instanceof HttpError) return error.code;
    if (error === null) return "no error";
    throw error;
  };
  return { desk, ask, fail, bound };
}

const draft = { url: "https://hooks.example/in", kinds: ["lead.opened"] };
const create = async ({ ask }: ReturnType<typeof openApi>, body: object = draft) => {
  const made = await ask("createWebhook", { body });
  return { ...made, webhook: made.body["webhook"] as WebhookView, secret: made.body["secret"] as string };
};

describe("the routes of webhooks", () => {
  it("are all bound", () => {
    expect([...openApi().bound.keys()].sort()).toEqual(webhooksRoutes.map(({ id }) => id).sort());
    for (const route of webhooksRoutes) expect(route.access).toBe("webhooks:manage");
  });

  it("show a secret at creation, once, and never let it be kept", async () => {
    const api = openApi();
    const { webhook, secret, headers } = await create(api);
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect(headers).toMatchObject({ "cache-control": "no-store", etag: '"1"', location: `/v1/webhooks/${webhook.id}` });
    const read = await api.ask("readWebhook", { params: { id: webhook.id } });
    expect(read.body).toEqual(webhook);
    expect(JSON.stringify(read.body)).not.toContain(secret.slice(6, 20));
    expect(JSON.stringify((await api.ask("listWebhooks")).body)).not.toContain(secret.slice(6, 20));
    for (const id of ["createWebhook", "rotateWebhookSecret"]) {
      expect(api.bound.get(id)?.route.idempotent ?? false).toBe(false);
    }
  });

  it.each([
    ["no URL", "nonsense"],
    ["another protocol", "ftp://hooks.example/"],
    ["no TLS", "http://hooks.example/"],
    ["this machine", "https://[::1]/"],
    ["a private network", "https://192.168.1.1/"],
    ["the cloud's metadata", "https://169.254.169.254/"],
    ["a number that is an address", "https://0x0a000001/"],
    ["a password", "https://a:b@hooks.example/"],
    ["a fragment", "https://hooks.example/#x"],
  ])("refuse %s, at creation and later", async (_, url) => {
    const api = openApi();
    expect(await api.fail("createWebhook", { body: { ...draft, url } })).toBe("invalid_request");
    const { webhook } = await create(api);
    const change = { params: { id: webhook.id }, headers: { "if-match": '"1"' }, body: { url } };
    expect(await api.fail("updateWebhook", change)).toBe("invalid_request");
    expect((await api.ask("readWebhook", { params: { id: webhook.id } })).body).toEqual(webhook);
  });

  it("refuse unknown kinds, none, and members that nobody knows", async () => {
    const api = openApi();
    for (const body of [
      { ...draft, kinds: ["lead.opend"] },
      { ...draft, kinds: [] },
      { ...draft, secret: "mine" },
    ]) {
      await expect(api.ask("createWebhook", { body })).rejects.toThrow();
    }
  });

  it("change what stands at the version that was read, and nothing else", async () => {
    const api = openApi();
    const { webhook } = await create(api);
    const params = { id: webhook.id };
    expect(await api.fail("updateWebhook", { params, body: {} })).toBe("precondition_required");
    for (const tag of ['"2"', "1", 'W/"1"', "*", '"x"']) {
      expect(await api.fail("updateWebhook", { params, headers: { "if-match": tag } }), tag).toBe(
        "precondition_failed",
      );
    }
    const body = { description: "desk", kinds: ["*", "*"], disabled: true };
    const changed = await api.ask("updateWebhook", { params, body, headers: { "if-match": '"1"' } });
    expect(changed.headers).toEqual({ etag: '"2"' });
    expect(changed.body).toMatchObject({
      description: "desk",
      kinds: ["*"],
      disabledReason: "by_hand",
      url: draft.url,
    });
    expect(await api.fail("updateWebhook", { params, headers: { "if-match": '"1"' } })).toBe("precondition_failed");
  });

  it("rotate: the old secret signs too, for a day; or not at all where it leaked", async () => {
    const api = openApi();
    const receiver = await openReceiver();
    const { webhook, secret } = await create(api, { ...draft, url: receiver.url });
    const params = { id: webhook.id };
    api.desk.start();
    const rotated = await api.ask("rotateWebhookSecret", { params });
    const second = rotated.body["secret"] as string;
    const { secrets } = rotated.body["webhook"] as WebhookView;
    expect(secrets.map(({ expiresAt, createdAt }) => expiresAt !== null && expiresAt - createdAt)).toEqual([
      false,
      expect.closeTo(86_400_000, -4),
    ]);
    const verifies = (by: string): boolean => {
      const { body, headers } = receiver.received.at(-1) ?? { body: "", headers: {} };
      try {
        return new Webhook(by).verify(body, headers as Record<string, string>) !== undefined;
      } catch {
        return false;
      }
    };
    await api.desk.notice("lead.opened", { lead: "l-1" });
    await until("it arrived", () => receiver.received.length === 1);
    expect([secret, second].map(verifies)).toEqual([true, true]);

    const third = (await api.ask("rotateWebhookSecret", { params, body: { revokeOld: true } })).body[
      "secret"
    ] as string;
    await api.desk.notice("lead.opened", { lead: "l-2" });
    await until("it arrived", () => receiver.received.length === 2);
    expect([secret, second, third].map(verifies)).toEqual([false, false, true]);

    for (let i = 0; i < 6; i++) await api.ask("rotateWebhookSecret", { params });
    expect(((await api.ask("readWebhook", { params })).body as WebhookView).secrets).toHaveLength(4);
  });

  it("ping, also one that is disabled, and tell what came of it", async () => {
    const api = openApi();
    const receiver = await openReceiver((_, response) => response.writeHead(418).end("tea"));
    const { webhook, secret } = await create(api, { ...draft, url: receiver.url, disabled: true });
    api.desk.start();
    const pinged = (await api.ask("pingWebhook", { params: { id: webhook.id } })).body as DeliveryView;
    const read = async () => (await api.ask("readDelivery", { params: { id: pinged.id } })).body;
    await until("it was tried", async () => (await read())["status"] === "failed");
    expect(await read()).toMatchObject({ kind: "webhook.ping", sequence: null, attempts: 1, nextTryAt: null });
    expect((await read())["log"]).toMatchObject([{ number: 1, status: 418, excerpt: "tea", fault: "answered_no" }]);
    const [one] = receiver.received;
    expect(new Webhook(secret).verify(one?.body ?? "", one?.headers as Record<string, string>)).toMatchObject({
      type: "webhook.ping",
      sequence: null,
      data: { webhook: webhook.id },
    });
    // A try by hand says nothing about the endpoint's standing.
    expect((await api.ask("readWebhook", { params: { id: webhook.id } })).body).toMatchObject({ failures: 0 });
  });

  it("page through the log, replay one delivery, and delete all of it with the webhook", async () => {
    const api = openApi();
    const receiver = await openReceiver();
    const { webhook } = await create(api, { ...draft, url: receiver.url });
    const params = { id: webhook.id };
    api.desk.start();
    for (let i = 0; i < 5; i++) await api.desk.notice("lead.opened", { lead: `l-${i}` });
    await until(
      "all arrived",
      async () => (await api.desk.deliveries(webhook.id)).filter(({ status }) => status === "delivered").length === 5,
    );
    const first = (await api.ask("listDeliveries", { params, query: { limit: "3" } })).body;
    const rest = (await api.ask("listDeliveries", { params, query: { limit: "3", cursor: first["nextCursor"] } })).body;
    const ids = [first, rest].flatMap(({ items }) => (items as DeliveryView[]).map(({ sequence }) => sequence));
    expect(ids).toEqual([6, 5, 4, 3, 2]);
    expect(rest["nextCursor"]).toBeNull();
    expect((await api.ask("listDeliveries", { params, query: { status: "failed" } })).body["items"]).toEqual([]);
    expect(await api.fail("listDeliveries", { params, query: { cursor: "-1" } })).toBe("invalid_request");

    const [delivery] = first["items"] as DeliveryView[];
    await api.ask("replayDelivery", { params: { id: delivery?.id } });
    await until("it came again", () => receiver.received.length === 6);
    expect(receiver.received.at(-1)?.headers["webhook-id"]).toBe(delivery?.id);

    await api.ask("deleteWebhook", { params });
    expect(await api.fail("readWebhook", { params })).toBe("not_found");
    expect(await api.fail("readDelivery", { params: { id: delivery?.id } })).toBe("not_found");
    expect(await api.fail("replayDelivery", { params: { id: delivery?.id } })).toBe("not_found");
    expect(await api.fail("replayWebhook", { params, body: { since: 0 } })).toBe("not_found");
  });

  it("keep so many webhooks, list them by pages, and say who changed what", async () => {
    const api = openApi();
    for (let i = 0; i < 50; i++) await create(api, { ...draft, url: `https://hooks.example/${i}` });
    expect(await api.fail("createWebhook", { body: draft })).toBe("limit_reached");
    const first = (await api.ask("listWebhooks", { query: { limit: "30" } })).body;
    const rest = (await api.ask("listWebhooks", { query: { limit: "30", cursor: first["nextCursor"] } })).body;
    const urls = [first, rest].flatMap(({ items }) => (items as WebhookView[]).map(({ url }) => url));
    expect(urls).toEqual(Array.from({ length: 50 }, (_, i) => `https://hooks.example/${i}`));
    const [notice] = await api.desk.transactor.run(() => api.desk.outbox.readAfter(0, 1));
    expect(notice).toMatchObject({ kind: "webhook.changed", data: { change: "created", by: "t-1" } });
    expect(JSON.stringify(notice)).not.toContain("hooks.example");
  });

  it("tidy: done deliveries and secrets that sign no more are forgotten", async () => {
    const api = openApi();
    const { webhook } = await create(api);
    await api.ask("rotateWebhookSecret", { params: { id: webhook.id } });
    await api.desk.notice("lead.opened", { lead: "l-1" });
    const later = api.desk.now() + 86_400_001;
    expect(await api.desk.webhooks.tidy(later, later)).toBe(0);
    const held = await api.desk.transactor.run(() => api.desk.store.listSecrets(webhook.id));
    expect(held).toHaveLength(1);
  });
});

import { webhooksRoutes, type DeliveryView, type WebhookView } from "@breakwater/contract";
import { Webhook } from "standardwebhooks";
import { afterEach, describe, expect, it } from "vitest";
import { listBindingFaults } from "../http/list-binding-faults.ts";
import { asToken, openTestFront, type TestFront } from "../http/testing/test-front.ts";
import { createWebhooksRoutes } from "./routes.ts";
import { openDesk, until } from "./testing/desk.ts";
import { openReceiver } from "./testing/receiver.ts";

type Ask = {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: object;
  readonly headers?: Readonly<Record<string, string>>;
};

const fronts: TestFront[] = [];
afterEach(async () => {
  for (const { app } of fronts.splice(0)) await app.close();
});

/** The room behind the real front, which holds every answer to the contract. */
async function openApi() {
  const desk = openDesk();
  const bound = createWebhooksRoutes(desk);
  const front = await openTestFront(bound);
  fronts.push(front);
  const send = async (id: string, { params = {}, query = {}, body, headers = {} }: Ask = {}) => {
    const route = webhooksRoutes.find((one) => one.id === id);
    if (route === undefined) throw new Error(`No route ${id}.`);
    const path = route.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ""));
    const needsBody = route.body !== undefined;
    const response = await fetch(`${front.url}${path}?${new URLSearchParams(query).toString()}`, {
      method: route.method,
      headers: {
        ...asToken(["webhooks:manage"]),
        ...(needsBody ? { "content-type": "application/json" } : {}),
        ...headers,
      },
      ...(needsBody ? { body: JSON.stringify(body ?? {}) } : {}),
    });
    const text = await response.text();
    const json = (text === "" ? {} : JSON.parse(text)) as Record<string, unknown>;
    return { status: response.status, headers: response.headers, body: json };
  };
  const ask = async (id: string, asked: Ask = {}) => {
    const answer = await send(id, asked);
    if (answer.status >= 400) throw new Error(`${id}: ${JSON.stringify(answer.body)}`);
    return answer;
  };
  const fail = async (id: string, asked: Ask) => (await send(id, asked)).body["code"];
  return { desk, ask, fail, bound };
}

const draft = { url: "https://hooks.example/in", kinds: ["lead.opened"] };
const create = async ({ ask }: Awaited<ReturnType<typeof openApi>>, body: object = draft) => {
  const made = await ask("createWebhook", { body });
  return { ...made, webhook: made.body["webhook"] as unknown as WebhookView, secret: made.body["secret"] as string };
};

describe("the routes of webhooks", () => {
  it("are all bound", async () => {
    const { bound } = await openApi();
    expect(listBindingFaults(webhooksRoutes, bound)).toEqual([]);
    for (const route of webhooksRoutes) expect(route.access).toBe("webhooks:manage");
  });

  it("show a secret at creation, once, and never let it be kept", async () => {
    const api = await openApi();
    const { webhook, secret, headers } = await create(api);
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    const kept = ["cache-control", "etag", "location"].map((name) => headers.get(name));
    expect(kept).toEqual(["no-store", '"1"', `/v1/webhooks/${webhook.id}`]);
    const read = await api.ask("readWebhook", { params: { id: webhook.id } });
    expect(read.body).toEqual(webhook);
    expect(JSON.stringify(read.body)).not.toContain(secret.slice(6, 20));
    expect(JSON.stringify((await api.ask("listWebhooks")).body)).not.toContain(secret.slice(6, 20));
    for (const id of ["createWebhook", "rotateWebhookSecret"]) {
      expect(api.bound.find(({ route }) => route.id === id)?.route.idempotent ?? false).toBe(false);
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
    const api = await openApi();
    expect(await api.fail("createWebhook", { body: { ...draft, url } })).toBe("invalid_request");
    const { webhook } = await create(api);
    const change = { params: { id: webhook.id }, headers: { "if-match": '"1"' }, body: { url } };
    expect(await api.fail("updateWebhook", change)).toBe("invalid_request");
    expect((await api.ask("readWebhook", { params: { id: webhook.id } })).body).toEqual(webhook);
  });

  it("refuse unknown kinds, none, and members that nobody knows", async () => {
    const api = await openApi();
    for (const body of [
      { ...draft, kinds: ["lead.opend"] },
      // What people work on goes to no address, whoever asks.
      { ...draft, kinds: ["case.changed"] },
      { ...draft, kinds: [] },
      { ...draft, secret: "mine" },
    ]) {
      expect(await api.fail("createWebhook", { body })).toBe("invalid_request");
    }
  });

  it("change what stands at the version that was read, and nothing else", async () => {
    const api = await openApi();
    const { webhook } = await create(api);
    const params = { id: webhook.id };
    expect(await api.fail("updateWebhook", { params, body: {} })).toBe("precondition_required");
    expect(await api.fail("updateWebhook", { params, headers: { "if-match": "*" } })).toBe("precondition_required");
    for (const tag of ['"2"', "1", 'W/"1"', '"x"']) {
      expect(await api.fail("updateWebhook", { params, headers: { "if-match": tag } }), tag).toBe(
        "precondition_failed",
      );
    }
    const body = { description: "desk", kinds: ["*", "*"], disabled: true };
    const changed = await api.ask("updateWebhook", { params, body, headers: { "if-match": '"1"' } });
    expect(changed.headers.get("etag")).toBe('"2"');
    expect(changed.body).toMatchObject({
      description: "desk",
      kinds: ["*"],
      disabledReason: "by_hand",
      url: draft.url,
    });
    expect(await api.fail("updateWebhook", { params, headers: { "if-match": '"1"' } })).toBe("precondition_failed");
  });

  it("send what names accounts where a token of the platform says, and nowhere else", async () => {
    const api = await openApi();
    const kinds = ["lead.opened", "measure.apply", "notice.send"];
    const manage = asToken(["webhooks:manage"]);
    const half = asToken(["webhooks:manage", "effects:write"]);
    const platform = asToken(["webhooks:manage", "effects:write", "notices:deliver"]);
    for (const headers of [manage, half]) {
      expect(await api.fail("createWebhook", { body: { ...draft, kinds }, headers })).toBe("not_allowed");
    }
    const made = await api.ask("createWebhook", { body: { ...draft, kinds }, headers: platform });
    const params = { id: (made.body["webhook"] as unknown as WebhookView).id };
    // Nor does whoever manages webhooks turn it to an address of theirs.
    const elsewhere = { url: "https://hooks.example/mine" };
    const match = { "if-match": '"1"' };
    expect(await api.fail("updateWebhook", { params, body: elsewhere, headers: match })).toBe("not_allowed");
    const other = await create(api);
    const update = { params: { id: other.webhook.id }, body: { kinds }, headers: match };
    expect(await api.fail("updateWebhook", update)).toBe("not_allowed");
    await api.ask("updateWebhook", { params, body: { disabled: true }, headers: match });
  });

  it("rotate: the old secret signs too, for a day; or not at all where it leaked", async () => {
    const api = await openApi();
    const receiver = await openReceiver();
    const { webhook, secret } = await create(api, { ...draft, url: receiver.url });
    const params = { id: webhook.id };
    api.desk.start();
    const rotated = await api.ask("rotateWebhookSecret", { params });
    const second = rotated.body["secret"] as string;
    const { secrets } = rotated.body["webhook"] as unknown as WebhookView;
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
    expect(((await api.ask("readWebhook", { params })).body as unknown as WebhookView).secrets).toHaveLength(4);
  });

  it("ping, also one that is disabled, and tell what came of it", async () => {
    const api = await openApi();
    const receiver = await openReceiver((_, response) => response.writeHead(418).end("tea"));
    const { webhook, secret } = await create(api, { ...draft, url: receiver.url, disabled: true });
    api.desk.start();
    const pinged = (await api.ask("pingWebhook", { params: { id: webhook.id } })).body as unknown as DeliveryView;
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
    const api = await openApi();
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
    const rest = (
      await api.ask("listDeliveries", { params, query: { limit: "3", cursor: String(first["nextCursor"]) } })
    ).body;
    const ids = [first, rest].flatMap(({ items }) => (items as DeliveryView[]).map(({ sequence }) => sequence));
    expect(ids).toEqual([6, 5, 4, 3, 2]);
    expect(rest["nextCursor"]).toBeNull();
    expect((await api.ask("listDeliveries", { params, query: { status: "failed" } })).body["items"]).toEqual([]);
    expect(await api.fail("listDeliveries", { params, query: { cursor: "-1" } })).toBe("invalid_request");

    const [delivery] = first["items"] as DeliveryView[];
    await api.ask("replayDelivery", { params: { id: delivery?.id ?? "" } });
    await until("it came again", () => receiver.received.length === 6);
    expect(receiver.received.at(-1)?.headers["webhook-id"]).toBe(delivery?.id);

    await api.ask("deleteWebhook", { params });
    expect(await api.fail("readWebhook", { params })).toBe("not_found");
    expect(await api.fail("readDelivery", { params: { id: delivery?.id ?? "" } })).toBe("not_found");
    expect(await api.fail("replayDelivery", { params: { id: delivery?.id ?? "" } })).toBe("not_found");
    expect(await api.fail("replayWebhook", { params, body: { since: 0 } })).toBe("not_found");
  });

  it("keep so many webhooks, list them by pages, and say who changed what", async () => {
    const api = await openApi();
    for (let i = 0; i < 50; i++) await create(api, { ...draft, url: `https://hooks.example/${i}` });
    expect(await api.fail("createWebhook", { body: draft })).toBe("limit_reached");
    const first = (await api.ask("listWebhooks", { query: { limit: "30" } })).body;
    const rest = (await api.ask("listWebhooks", { query: { limit: "30", cursor: String(first["nextCursor"]) } })).body;
    const urls = [first, rest].flatMap(({ items }) => (items as unknown as WebhookView[]).map(({ url }) => url));
    expect(urls).toEqual(Array.from({ length: 50 }, (_, i) => `https://hooks.example/${i}`));
    const [notice] = await api.desk.transactor.run(() => api.desk.outbox.readAfter(0, 1));
    expect(notice).toMatchObject({ kind: "webhook.changed", data: { change: "created", by: "t1" } });
    expect(JSON.stringify(notice)).not.toContain("hooks.example");
  });

  it("tidy: done deliveries and secrets that sign no more are forgotten", async () => {
    const api = await openApi();
    const { webhook } = await create(api);
    await api.ask("rotateWebhookSecret", { params: { id: webhook.id } });
    await api.desk.notice("lead.opened", { lead: "l-1" });
    const later = api.desk.now() + 86_400_001;
    expect(await api.desk.webhooks.tidy(later, later)).toBe(0);
    const held = await api.desk.transactor.run(() => api.desk.store.listSecrets(webhook.id));
    expect(held).toHaveLength(1);
  });
});

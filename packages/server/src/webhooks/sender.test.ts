import type { Socket } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { createAllowList } from "./addresses.ts";
import { createResolveHost } from "./resolve-host.ts";
import { createSender, type SendLimits, type SendResult } from "./sender.ts";
import { openNameServer, type NameServer } from "./testing/name-server.ts";
import { openRawReceiver, openReceiver } from "./testing/receiver.ts";

const body = Buffer.from('{"type":"lead.opened"}');
const headers = { "content-type": "application/json" };
/** Tight, so that no test waits long for what never comes. */
const limits = { connectMs: 400, totalMs: 600, bodyMs: 200 };

let nameServer: NameServer | null = null;
afterEach(() => {
  nameServer?.close();
  nameServer = null;
});

function sendTo(
  url: string,
  allowed: readonly string[] = ["127.0.0.1"],
  more: Partial<SendLimits> = {},
): Promise<SendResult> {
  const allow = createAllowList(allowed);
  const servers = nameServer === null ? {} : { servers: [nameServer.server], timeoutMs: 150 };
  const send = createSender({
    allow,
    resolve: createResolveHost({ allow, ...servers }),
    limits: { ...limits, ...more },
  });
  return send({ url, headers, body });
}

describe("createSender() against what answers", () => {
  it("posts the very bytes and takes any 2xx for an arrival", async () => {
    const receiver = await openReceiver((_, response) => response.writeHead(204).end());
    expect(await sendTo(receiver.url)).toEqual({ fault: null, status: 204, excerpt: "", retryAfter: null });
    expect(receiver.received).toMatchObject([
      { body: body.toString(), headers: { "content-type": "application/json" } },
    ]);
  });

  it.each([400, 404, 410, 429, 500, 503])("tells a %d with how its body begins", async (status) => {
    const receiver = await openReceiver((_, response) =>
      response.writeHead(status, { "retry-after": "7" }).end("no\u0007\u202e!"),
    );
    expect(await sendTo(receiver.url)).toEqual({ fault: "answered_no", status, excerpt: "no !", retryAfter: 7 });
  });

  it.each([301, 302, 303, 307, 308])("does not follow a %d", async (status) => {
    const target = await openReceiver();
    const receiver = await openReceiver((_, response) => response.writeHead(status, { location: target.url }).end());
    expect(await sendTo(receiver.url)).toMatchObject({ fault: "redirected", status });
    expect(target.received).toEqual([]);
  });

  it("reads no more of a huge answer than its limit", async () => {
    let sent = 0;
    const chunk = Buffer.alloc(65_536, "x");
    const receiver = await openReceiver((_, response) => {
      const pour = (): void => {
        while (!response.destroyed && response.write(chunk)) sent += chunk.length;
      };
      response.on("drain", pour);
      pour();
    });
    const result = await sendTo(receiver.url);
    expect(result).toMatchObject({ fault: null, status: 200 });
    expect(result.excerpt).toHaveLength(1_024);
    // What the kernel holds between the two may have been sent too.
    expect(sent).toBeLessThan(16_000_000);
  });

  it("takes the status of an answer whose body never ends, or breaks off", async () => {
    const hanging = await openReceiver((_, response) => response.writeHead(200).write("wait"));
    expect(await sendTo(hanging.url)).toEqual({ fault: null, status: 200, excerpt: "wait", retryAfter: null });
    const broken = await openReceiver((_, response) => {
      response.writeHead(500, { "content-length": "100" }).write("half");
      setTimeout(() => response.socket?.resetAndDestroy(), 20);
    });
    expect(await sendTo(broken.url)).toMatchObject({ fault: "answered_no", status: 500, excerpt: "half" });
  });

  it("gives up on one that accepts and says nothing", async () => {
    const url = await openRawReceiver((socket) => socket.resume());
    const before = performance.now();
    expect(await sendTo(url)).toMatchObject({ fault: "timeout", status: null });
    expect(performance.now() - before).toBeLessThan(2_000);
  });

  it("gives up on one that sends a header a second, whatever it sends", async () => {
    const url = await openRawReceiver((socket) => {
      socket.write("HTTP/1.1 200 OK\r\n");
      const drip = setInterval(() => socket.write("x-drip: y\r\n"), 20);
      socket.on("close", () => clearInterval(drip));
    });
    expect(await sendTo(url)).toMatchObject({ fault: "timeout" });
  });

  it.each<[string, string, (socket: Socket) => void]>([
    ["connection_reset", "resets at once", (socket) => socket.resetAndDestroy()],
    ["connection_reset", "resets after the request", (socket) => socket.once("data", () => socket.resetAndDestroy())],
    ["connection_reset", "closes without a word", (socket) => socket.once("data", () => socket.end())],
    ["not_http", "speaks something else", (socket) => socket.end("SSH-2.0-OpenSSH_9.6\r\n")],
    ["not_http", "sends endless headers", (socket) => void socket.write(`HTTP/1.1 200 OK\r\nx: ${"y".repeat(40_000)}`)],
    [
      "connection_reset",
      "changes the protocol",
      (socket) => void socket.write("HTTP/1.1 101 Switching Protocols\r\nConnection: upgrade\r\nUpgrade: x\r\n\r\n"),
    ],
  ])("%s: one that %s", async (fault, _, onSocket) => {
    expect(await sendTo(await openRawReceiver(onSocket))).toMatchObject({ fault, status: null });
  });

  it("tells a port at which nobody is", async () => {
    expect(await sendTo("http://127.0.0.1:1/")).toMatchObject({ fault: "connection_refused" });
  });

  it("tells TLS that cannot be made", async () => {
    const receiver = await openReceiver();
    expect(await sendTo(receiver.url.replace("http:", "https:"))).toMatchObject({ fault: "tls_failed" });
  });

  it("stops with the service", async () => {
    const url = await openRawReceiver((socket) => socket.resume());
    const allow = createAllowList(["127.0.0.1"]);
    const controller = new AbortController();
    const sending = createSender({ allow, resolve: createResolveHost({ allow }) })(
      { url, headers, body },
      controller.signal,
    );
    controller.abort();
    expect(await sending).toMatchObject({ fault: "stopped" });
  });
});

describe("createSender() and where it goes", () => {
  it.each([
    ["http to the internet", "http://93.184.216.34/", "url_refused"],
    ["an address of this machine", "https://127.0.0.1/", "url_refused"],
    ["the same, as a number", "https://2130706433/", "url_refused"],
    ["the same, mapped", "https://[::ffff:127.0.0.1]/", "url_refused"],
    ["metadata of a cloud", "http://169.254.169.254/latest/meta-data", "url_refused"],
    ["a password", "https://user:secret@93.184.216.34/", "url_refused"],
    ["another protocol", "file:///etc/passwd", "url_refused"],
    ["a name that no one knows", "https://nobody.invalid/", "host_not_found"],
  ])("refuses %s", async (_, url, fault) => {
    nameServer = await openNameServer(() => []);
    expect(await sendTo(url, [])).toMatchObject({ fault, status: null });
  });

  it("refuses a name that leads to this machine, also beside a public address", async () => {
    const receiver = await openReceiver();
    const answers: Readonly<Record<string, readonly string[]>> = {
      "private.example": ["127.0.0.1"],
      "both.example": ["93.184.216.34", "127.0.0.1"],
      "metadata.example": ["169.254.169.254"],
    };
    nameServer = await openNameServer((name) => answers[name] ?? []);
    for (const name of Object.keys(answers)) {
      expect(await sendTo(`https://${name}:${receiver.port}/`, []), name).toMatchObject({ fault: "address_refused" });
    }
    expect(receiver.received).toEqual([]);
  });

  it("connects to the address that it judged, though the name leads elsewhere a moment later", async () => {
    const judged = await openReceiver();
    // First the judged address, ever after another, at which nobody is: whoever asked twice would fail.
    nameServer = await openNameServer((_, before) => (before === 0 ? ["127.0.0.1"] : ["127.9.9.9"]));
    const allow = createAllowList(["127.0.0.1/32"]);
    const send = createSender({ allow, resolve: createResolveHost({ allow, servers: [nameServer.server] }), limits });
    // The name is not on the list, so that the name server is asked, and TLS is what it takes: that it cannot be made shows who was reached.
    const result = await send({ url: `https://rebind.example:${judged.port}/`, headers, body });
    expect(result.fault).toBe("tls_failed");
    expect(nameServer.asked.get("rebind.example")).toBe(1);
    expect(await send({ url: `https://rebind.example:${judged.port}/`, headers, body })).toMatchObject({
      fault: "address_refused",
    });
  });

  it("waits no longer for a silent name server than for a connection", async () => {
    nameServer = await openNameServer(() => "silence");
    const before = performance.now();
    expect(await sendTo("https://silent.example/", [])).toMatchObject({ fault: "host_not_found" });
    expect(performance.now() - before).toBeLessThan(2_000);
  });

  it("reaches one's own host by name, without TLS", async () => {
    const receiver = await openReceiver();
    expect(await sendTo(`http://localhost:${receiver.port}/`, ["localhost"])).toMatchObject({
      fault: null,
      status: 200,
    });
    expect(await sendTo(`http://localhost:${receiver.port}/`, ["127.0.0.1"])).toMatchObject({ fault: "url_refused" });
  });
});

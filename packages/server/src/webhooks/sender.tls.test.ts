import { getCACertificates, setDefaultCACertificates } from "node:tls";
import { afterEach, describe, expect, it } from "vitest";
import { findMissingOpenssl } from "../ledger/testing/test-authority.ts";
import { createAllowList } from "./addresses.ts";
import { createResolveHost } from "./resolve-host.ts";
import { createSender } from "./sender.ts";
import { openNameServer } from "./testing/name-server.ts";
import { openTlsServer } from "./testing/tls-server.ts";

const closings: (() => void)[] = [];
afterEach(() => {
  for (const close of closings.splice(0)) close();
});

describe.skipIf(findMissingOpenssl() !== null)("createSender() over TLS", () => {
  it("connects to the judged address, asks for the host by name, and holds its certificate to that name", async () => {
    const tls = await openTlsServer("hooks.example");
    const names = await openNameServer(() => ["127.0.0.1"]);
    const held = getCACertificates();
    closings.push(
      () => tls.server.close(),
      names.close,
      () => setDefaultCACertificates(held),
    );
    const allow = createAllowList(["127.0.0.0/8"]);
    const send = createSender({ allow, resolve: createResolveHost({ allow, servers: [names.server] }) });
    const to = (host: string) => send({ url: `https://${host}:${tls.port}/in`, headers: {}, body: Buffer.from("{}") });

    expect(await to("hooks.example")).toMatchObject({ fault: "tls_failed", status: null });
    setDefaultCACertificates([...held, tls.root]);
    expect(await to("hooks.example")).toEqual({ fault: null, status: 200, excerpt: "ok", retryAfter: null });
    expect(await to("other.example")).toMatchObject({ fault: "tls_failed", status: null });
    expect(tls.asked).toEqual(["hooks.example"]);
    expect([...names.asked]).toEqual([
      ["hooks.example", 2],
      ["other.example", 1],
    ]);
  });
});

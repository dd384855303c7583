import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import { expect, it } from "vitest";
import { importEntries } from "../claims/imports/import-entries.ts";
import { openDesk } from "../claims/testing/state.ts";
import { demoFindings, importDemoRegistry } from "./demo-registry.ts";

it("brings findings into the registry of which none is put aside", async () => {
  const { desk, close } = openDesk();
  const server = createServer((request, response) => {
    void (async () => {
      const name = new URL(request.url ?? "", "http://localhost").searchParams.get("name") ?? "";
      const bytes = Buffer.concat((await request.toArray()) as Buffer[]);
      const source = { name, bytes: null, open: () => Readable.from([bytes]) };
      const { report } = await importEntries(desk, source, { id: "i", by: "token:t", at: 1, name });
      response.end(JSON.stringify(report));
    })();
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await importDemoRegistry({ url, token: "t", signal: new AbortController().signal });
  server.close();
  expect(await desk.listImports({ limit: 1 })).toMatchObject([
    { report: { added: demoFindings.length, rejected: 0, leftOut: 0 } },
  ]);
  expect(await desk.list({ limit: 99, waitsFor: "adopt" })).toHaveLength(demoFindings.length);
  close();
});

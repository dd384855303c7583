import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, it } from "vitest";
import { toUtf8 } from "@breakwater/ledger";
import { openScratch } from "../testing/scratch.ts";
import { readPublished } from "./published-resource.ts";
import { sendCheckpoint } from "./send-checkpoint.ts";

it("sendCheckpoint() hands the same bytes to every address, and says which took them", async () => {
  const taken: string[] = [];
  const server = createServer((request, response) => {
    request.on("data", (part: Buffer) => taken.push(part.toString()));
    request.on("end", () => response.writeHead(request.url === "/full" ? 507 : 204).end());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const urls = [`${base}/a`, `${base}/full`, "http://127.0.0.1:9/"];
  const { ledger } = await openScratch();
  expect((await sendCheckpoint(ledger.checkpoint(), urls)).map(({ isTaken }) => isTaken)).toEqual([true, false, false]);
  expect(taken[0]).toBe(Buffer.from(ledger.checkpoint()).toString());
  await new Promise((resolve) => server.close(resolve));
});

it("readPublished() gives the checkpoint and the tiles, and nothing else that is stored", async () => {
  const { ledger, store } = await openScratch();
  await ledger.append({ facts: { type: "evidence_kept" }, payload: toUtf8("private") });
  const published = [];
  for (const path of ["checkpoint", ...(await store.objects.list(""))]) {
    if ((await readPublished(store, path)) !== null) published.push(path);
  }
  expect(published).toEqual(["checkpoint", "tile/0/000.p/1", "tile/entries/000.p/1"]);
  expect(await readPublished(store, "tile/../payload")).toBeNull();
});

import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { connect, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { expect, it } from "vitest";
import { createDrillApi } from "./testing/drill-api.ts";
import { makePosts } from "./testing/open-drill.ts";
import { startServiceProcess } from "./testing/service-process.ts";

const streams = 1000;
const changes = 200;
const mib = 1 << 20;

/** Of a process, bytes; Linux alone says so. */
function readMemory(pid: number | undefined): number {
  const [, kib = "0"] = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
  return Number(kib) * 1024;
}

/** An event stream that counts what it is told of edits, or reads nothing at all. */
function openStream(
  url: string,
  token: string,
  reads: boolean,
): { readonly socket: Socket; readonly edits: () => number } {
  let edits = 0;
  let rest = "";
  const socket = connect({ port: Number(new URL(url).port), host: "127.0.0.1" });
  socket.on("error", () => undefined);
  socket.write(`GET /v1/events HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${token}\r\n\r\n`);
  if (!reads) socket.pause();
  else {
    socket.setEncoding("utf8").on("data", (part: string) => {
      const parts = (rest + part).split("event: action.edited");
      edits += parts.length - 1;
      rest = (parts.at(-1) ?? "").slice(-40);
    });
  }
  return { socket, edits: () => edits };
}

it.runIf(process.platform === "linux")(
  "serves a thousand event streams, half of which read nothing, while actions stream in",
  async () => {
    const folder = mkdtempSync(join(tmpdir(), "breakwater-streams-"));
    const service = startServiceProcess(folder, null, () => undefined);
    const ready = await service.ready;
    if (ready === null) throw new Error("The service did not start.");
    const api = createDrillApi(ready.url, ready);
    expect(
      (await api({ method: "POST", path: "/v1/actions", body: makePosts("warm", 2000, Date.now()) }))?.status,
    ).toBe(200);
    const before = readMemory(service.child.pid);
    const open = Array.from({ length: streams }, (_, i) => openStream(ready.url, ready.token, i % 2 === 0));
    await wait(3000);
    const opened = readMemory(service.child.pid);
    for (let i = 0; i < changes; i++) {
      const body = makePosts(`s${i}`, 50, Date.now());
      expect((await api({ method: "POST", path: "/v1/actions", body }))?.status).toBe(200);
      const change = { method: "PATCH", path: `/v1/actions/drill/warm-${i}`, body: { text: "new" } };
      expect((await api(change))?.status).toBe(204);
    }
    const reading = open.filter((_, i) => i % 2 === 0);
    for (let i = 0; i < 60 && reading.some(({ edits }) => edits() < changes); i++) await wait(500);
    const after = readMemory(service.child.pid);
    const told = [...new Set(reading.map(({ edits }) => edits()))];
    process.stdout.write(
      `memory: ${[before, opened, after].map((bytes) => `${Math.round(bytes / mib)} MiB`).join(", ")}\n`,
    );
    for (const { socket } of open) socket.destroy();
    expect(await service.end()).toBe(0);
    rmSync(folder, { recursive: true, force: true });
    expect(told).toEqual([changes]);
    // 1,000 buffers of 16 KiB and sockets; then also what four threads hold of 10,000 actions and have not yet given back.
    expect(opened - before).toBeLessThan(200 * mib);
    expect(after - before).toBeLessThan(400 * mib);
  },
);

import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterEach, describe, expect, it } from "vitest";
import { openRawSocket } from "../http/testing/raw-socket.ts";
import { toLayout } from "./layout.ts";
import { toDrillConfig } from "./testing/drill-config.ts";
import { checkLedgerOf, checkOutbox, readLog } from "./testing/hold-folder.ts";
import { createJournal } from "./testing/journal.ts";
import { makePosts, makeReport, openDrill, type Drill } from "./testing/open-drill.ts";

const undo: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const step of undo.splice(0).toReversed()) await step();
});

function scratch(): string {
  const folder = mkdtempSync(join(tmpdir(), "breakwater-faults-"));
  undo.push(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

async function open(folder: string, clockShift: SharedArrayBuffer | null = null): Promise<Drill> {
  const drill = await openDrill(folder, { clockShift });
  undo.push(() => drill.service.close());
  return drill;
}

const diskBytes = 96 << 20;
/** A disk of its own that can be filled; false where this user may not mount one. */
function mountDisk(folder: string): boolean {
  if (process.platform !== "linux") return false;
  const { status } = spawnSync("mount", ["-t", "tmpfs", "-o", `size=${diskBytes}`, "tmpfs", folder], {
    stdio: "ignore",
  });
  if (status === 0) undo.push(() => void spawnSync("umount", ["-l", folder]));
  return status === 0;
}

describe("a full disk", () => {
  it("is told of, costs nothing that was acknowledged, and is got over", async (context) => {
    const folder = scratch();
    if (!mountDisk(folder)) return context.skip("A disk to fill takes the right to mount one.");
    const drill = await open(folder);
    const { api, failure } = drill;
    expect(await api({ method: "POST", path: "/v1/actions", body: makePosts("first", 200, Date.now()) })).toMatchObject(
      {
        status: 200,
      },
    );
    expect(await api(makeReport("first"))).toMatchObject({ status: 201 });
    const ballast = join(folder, "ballast");
    const { bavail, bsize } = statfsSync(folder);
    writeFileSync(ballast, new Uint8Array(bavail * bsize - (2 << 20)));

    const acknowledged: string[] = [];
    const statuses: number[] = [];
    for (let i = 0; i < 60; i++) {
      const answer = await api({ method: "POST", path: "/v1/actions", body: makePosts(`b${i}`, 200, Date.now()) });
      statuses.push(answer?.status ?? 0);
      if (answer?.status === 200) acknowledged.push(`b${i}`);
      else expect(answer?.body).toMatchObject({ code: "unavailable" });
    }
    expect(new Set(statuses)).toEqual(new Set([200, 503]));
    // What is left is eaten by the state.
    const reports: number[] = [];
    for (let i = 0; i < 400 && reports.at(-1) !== 503; i++) reports.push((await api(makeReport(`r${i}`)))?.status ?? 0);
    expect(reports.at(-1)).toBe(503);
    expect(reports.filter((status) => status !== 201 && status !== 503)).toEqual([]);
    // The clock's work meets the full disk as well.
    await wait(9000);
    expect(failure()).toBeNull();
    expect(await api({ method: "GET", path: "/v1/leads" })).toMatchObject({ status: 200 });

    rmSync(ballast);
    await wait(1500);
    expect(await api({ method: "POST", path: "/v1/actions", body: makePosts("after", 200, Date.now()) })).toMatchObject(
      {
        status: 200,
        body: { accepted: 200 },
      },
    );
    expect(await api(makeReport("after"))).toMatchObject({ status: 201 });
    for (const prefix of ["first", ...acknowledged]) {
      const answer = await api({ method: "POST", path: "/v1/actions", body: makePosts(prefix, 200, Date.now()) });
      expect(answer?.body).toMatchObject({ accepted: 0, duplicates: 200 });
    }
    const items = (await api({ method: "GET", path: "/v1/reports?limit=200" }))?.body["items"] as unknown[];
    expect(items.length).toBe(Math.min(200, reports.filter((status) => status === 201).length + 2));
    await wait(5000);
    expect(failure()).toBeNull();
    await undo.pop()?.();
    const journal = createJournal();
    const layout = toLayout(toDrillConfig(folder).storage);
    checkOutbox(layout, journal);
    expect(await checkLedgerOf(layout, journal)).toBeGreaterThanOrEqual(items.length);
    expect(journal.problems).toEqual([]);
  });
});

describe("a clock that is set back by an hour", () => {
  it("stops nothing, and what happens meanwhile is kept and notarised", async () => {
    const folder = scratch();
    const shift = new Float64Array(new SharedArrayBuffer(8));
    const { api, failure } = await open(folder, shift.buffer as SharedArrayBuffer);
    const now = (): number => Date.now() + (shift[0] ?? 0);
    const work = async (name: string): Promise<void> => {
      const answer = await api({ method: "POST", path: "/v1/actions", body: makePosts(name, 100, now()) });
      expect([name, answer?.status, answer?.body["accepted"]]).toEqual([name, 200, 100]);
      expect([name, (await api(makeReport(name)))?.status]).toEqual([name, 201]);
      expect((await api({ method: "PATCH", path: `/v1/actions/drill/${name}-0`, body: { text: "new" } }))?.status).toBe(
        204,
      );
    };
    await work("before");
    await wait(6000);
    shift[0] = -3_600_000;
    await work("back");
    await wait(10_000);
    expect(failure()).toBeNull();
    expect(await api({ method: "GET", path: "/v1/leads" })).toMatchObject({ status: 200 });
    await work("still-back");
    shift[0] = 0;
    await work("again");
    await wait(10_000);
    expect(failure()).toBeNull();
    await undo.pop()?.();
    const layout = toLayout(toDrillConfig(folder).storage);
    const journal = createJournal();
    const records = await readLog(layout.actions);
    const own = records.filter((record) => record.kind === "action" && record.source === "drill");
    expect(own.length).toBe(400);
    expect(records.some(({ offset }, i) => offset <= (records[i - 1]?.offset ?? 0))).toBe(false);
    checkOutbox(layout, journal);
    // Each report's lead at the least.
    expect(await checkLedgerOf(layout, journal)).toBeGreaterThanOrEqual(4);
    expect(journal.problems).toEqual([]);
  });
});

describe("clients that are slow", () => {
  it("keep nobody waiting, and cannot keep the service from stopping", async () => {
    const folder = scratch();
    const { service, api, token } = await open(folder);
    const port = Number(new URL(service.url).port);
    const head = (method: string, path: string, more: string): string =>
      `${method} ${path} HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${token}\r\n${more}\r\n`;
    // One byte now and then of a body that never ends.
    const dribbling = await Promise.all(Array.from({ length: 20 }, () => openRawSocket(port)));
    for (const { socket } of dribbling) {
      socket.write(head("POST", "/v1/actions", "content-type: application/x-ndjson\r\ncontent-length: 100000\r\n"));
    }
    const timer = setInterval(() => {
      for (const { socket } of dribbling) socket.write(" ");
    }, 100);
    // Asks and asks, and reads nothing of what comes.
    const deaf = await Promise.all(Array.from({ length: 20 }, () => openRawSocket(port)));
    for (const { socket } of deaf) {
      socket.pause();
      socket.write(head("GET", "/v1/openapi.json", "").repeat(100));
    }
    const times: number[] = [];
    for (let i = 0; i < 30; i++) {
      const began = performance.now();
      const answer = await api({ method: "POST", path: "/v1/actions", body: makePosts(`p${i}`, 20, Date.now()) });
      expect(answer?.status).toBe(200);
      times.push(performance.now() - began);
      await wait(50);
    }
    expect(times.toSorted((a, b) => a - b)[15]).toBeLessThan(2000);
    const began = performance.now();
    await undo.pop()?.();
    expect(performance.now() - began).toBeLessThan(20_000);
    clearInterval(timer);
    for (const { socket } of [...dribbling, ...deaf]) socket.destroy();
  });
});

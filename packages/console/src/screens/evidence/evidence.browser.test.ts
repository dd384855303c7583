import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { describeInBrowser } from "../../testing/describe-in-browser.ts";
import { listFaults, looks, takePicture } from "../../testing/visit.ts";

/** Answers of a path, changed on their way by somebody who sits between. */
async function tamper(page: Page, path: string, change: (text: string) => string): Promise<void> {
  await page.context().route(path, async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, body: change(await answer.text()) });
  });
}

describeInBrowser("evidence", { isEmpty: true }, ({ house, visit }) => {
  it("says what will come where the ledger is empty", async () => {
    const { page, complaints, close } = await visit({
      path: "/evidence",
      session: await house.signIn(["auditor"]),
    });
    await page.getByText("The ledger has no entries yet").waitFor();
    expect(await listFaults(page)).toEqual([]);
    expect(complaints.filter((text) => !text.includes("404"))).toEqual([]);
    await close();
    for (let post = 1; post <= 30; post += 1) await house.report(`post-${post}`);
  });

  it.each(looks)("every page can be read and has no fault: $name", async (look) => {
    const session = await house.signIn(["auditor"], look.language);
    const { page, complaints, close } = await visit({ path: "/evidence", session, look });
    await page.locator("#ledger-entries [data-row]").first().waitFor();
    await takePicture(page, `evidence-${look.name}`);
    expect(await listFaults(page)).toEqual([]);
    await page.locator("#ledger-entries [data-row]").first().click();
    await page.locator(".evidence-hashes li").first().waitFor();
    await takePicture(page, `evidence-entry-${look.name}`);
    expect(await listFaults(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await close();
  });

  it("proves each entry, remembers the checkpoint, and proves next time that nothing below it was changed", async () => {
    const session = await house.signIn(["triage"]);
    const { page, complaints, close } = await visit({ path: "/evidence", session });
    await page.getByText("This browser has not seen the ledger before").waitFor();
    await page.getByText("Nowhere. Whoever runs the service names them").waitFor();
    await page.getByText("25 shown, each proven").waitFor();
    await page.getByRole("button", { name: "Show more" }).click();
    await page.getByText(/^\d\d shown, each proven/).waitFor();
    await page.getByText("Live", { exact: true }).waitFor();
    await house.report("post-later");
    await page.getByRole("button", { name: /newer entr/ }).click();
    await page.getByText(/All of them stand unchanged; \d+ came since/).waitFor();
    await page.reload();
    await page.getByText("no entry more, none less").waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  it("names what is changed on its way, and takes nothing for proven that is not", async () => {
    const session = await house.signIn(["triage"]);
    const { page, close } = await visit({ path: "/leads", session });
    await tamper(page, "**/v1/ledger/entries?**", (text) => {
      const body = JSON.parse(text) as { items: { entry: string }[] };
      const [first] = body.items;
      if (first === undefined) throw new Error("No entry came.");
      const said = Buffer.from(first.entry, "base64").toString();
      first.entry = Buffer.from(said.replace('"at":1', '"at":2')).toString("base64");
      return JSON.stringify(body);
    });
    await page.goto(`${house.url}/console/evidence`);
    await page.getByText("The entry is not in the log, or was changed.").waitFor();
    await page.getByText("1 not proven").waitFor();
    await takePicture(page, "evidence-changed");
    await tamper(page, "**/v1/ledger/checkpoint", (text) => text.replace(/\n\d+\n/, "\n7\n"));
    await page.goto(`${house.url}/console/evidence`);
    await page.getByRole("alert").getByText("The checkpoint is not signed by the log's key.").waitFor();
    await page.getByText("This browser found the ledger in order").waitFor();
    expect(await page.locator("#ledger-entries").count()).toBe(0);
    await takePicture(page, "evidence-broken");
    expect(await listFaults(page)).toEqual([]);
    await close();
  });

  it("finds a log whose past is another than what this browser saw", async () => {
    const session = await house.signIn(["triage"]);
    const { page, close } = await visit({ path: "/evidence", session });
    await page.getByText("each proven").waitFor();
    const kept = (await page.evaluate('localStorage.getItem("breakwater.ledger")')) as string;
    const { note, ...rest } = JSON.parse(kept) as { note: string };
    const larger = note.replace(/\n(\d+)\n/, (_, size: string) => `\n${Number(size) + 5}\n`);
    const cases = [
      [{ ...rest, note: larger }, "fewer entries than this browser has seen"],
      [{ ...rest, note, firstKey: "other.example+00000000+AAAA" }, "begins with another key than last time"],
    ] as const;
    for (const [seen, words] of cases) {
      await page.evaluate(`localStorage.setItem("breakwater.ledger", ${JSON.stringify(JSON.stringify(seen))})`);
      await page.reload();
      await page.getByRole("alert").getByText(words).waitFor();
      // What was seen is evidence: it is not written over.
      expect(await page.evaluate('localStorage.getItem("breakwater.ledger")')).toBe(JSON.stringify(seen));
    }
    await close();
  });

  it("makes a bundle, checks it before it is saved, and judges those that others bring", async () => {
    const session = await house.signIn(["legal"]);
    const { page, complaints, close } = await visit({ path: "/evidence?entry=3", session });
    const which = page.getByLabel("Entries", { exact: true });
    expect(await which.inputValue()).toBe("3");
    await which.fill("3, 7-");
    await page.getByText(/Write numbers and ranges/).waitFor();
    await which.fill("3, 7-9");
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Make the bundle" }).click(),
    ]);
    await page.getByText(/^Saved: 4 entries, proven in \d+\./).waitFor();
    const bytes = readFileSync(await download.path());
    const file = page.getByLabel("Bundle (.zip)");
    await file.setInputFiles({ name: "evidence.zip", mimeType: "application/zip", buffer: bytes });
    await page.getByText("Its log is the one of this service.").waitFor();
    await takePicture(page, "evidence-bundle");
    expect(await listFaults(page)).toEqual([]);
    const changed = Buffer.from(bytes);
    const at = changed.indexOf('"type":"lead_opened"') + 10;
    changed[at] = (changed[at] ?? 0) ^ 1;
    await file.setInputFiles({ name: "evidence.zip", mimeType: "application/zip", buffer: changed });
    await page.getByRole("alert").getByText("The bundle does not hold").waitFor();
    expect(complaints).toEqual([]);
    await close();
  });
});

const taken: string[] = [];
const witness = createServer((request, response) => {
  request.on("data", (part: Buffer) => taken.push(part.toString()));
  request.on("end", () => response.writeHead(204).end());
});
await new Promise<void>((resolve) => witness.listen(0, "127.0.0.1", resolve));
const published = mkdtempSync(join(tmpdir(), "breakwater-published-"));
afterAll(() => {
  witness.close();
  rmSync(published, { recursive: true, force: true });
});
const kept = `http://127.0.0.1:${(witness.address() as AddressInfo).port}/checkpoints`;
const witnesses = [`${kept}?key=ours`, "http://127.0.0.1:9/nobody"];
const ledger = { witnesses, allowed_hosts: ["127.0.0.1"], publish_folder: published };

describeInBrowser("where checkpoints go", { isEmpty: true, ledger }, ({ house, visit }) => {
  beforeAll(async () => {
    await house.report("post-1");
    await vi.waitFor(() => expect(taken).toHaveLength(1), { timeout: 20_000 });
  }, 30_000);

  it.each(looks)("says what each place has, and which takes nothing: $name", async (look) => {
    const session = await house.signIn(["auditor"], look.language);
    const { page, complaints, close } = await visit({ path: "/evidence", session, look });
    const list = page.locator(".evidence-witnesses > li");
    await list.nth(2).waitFor();
    const [taking = "", dead = "", folder = ""] = await list.allInnerTexts();
    expect(taking).toContain(kept);
    expect(taking).not.toContain("key=ours");
    expect(dead).toContain("127.0.0.1:9/nobody");
    expect(dead).toContain(look.language === "en" ? "Nothing listens there." : "该处没有服务在监听。");
    expect(folder).not.toContain(published);
    await takePicture(page, `evidence-witnesses-${look.name}`);
    expect(await listFaults(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await close();
  });
});

import { verifyBundle } from "@breakwater/ledger/verifier";
import { people } from "@breakwater/casework/testing";
import { cpSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { createLedgerNotary } from "../../ledger-api/open-ledger-notary.ts";
import { exportEvidence } from "../../ledger/evidence/export-evidence.ts";
import { primitives } from "../../ledger/primitives.ts";
import { auditLog } from "../../ledger/reader/audit-log.ts";
import { makeScratch, openScratch } from "../../ledger/testing/scratch.ts";
import type { Mail } from "../../mail/create-mailer.ts";
import { openHouse, testTelling } from "../testing/open-house.ts";
import { openStory } from "../testing/open-story.ts";

/** A decision that its account was told of, over a real ledger: what the platform passed on. */
async function tellDecision() {
  const scratch = await openScratch();
  const house = openHouse({ notary: createLedgerNotary(scratch.ledger) });
  const story = openStory(house);
  await story.investigate("c1", "a1");
  const decision = await story.decide("c1", "a1", ["suspend"]);
  const [id = ""] = await story.passOn();
  const answer = await house.noticeDesk.read(id);
  if (answer.kind !== "done") expect.fail(answer.kind);
  return { ...scratch, house, story, decision, told: answer.value };
}

/** As somebody cuts it out of the text that they were sent. */
function cutCheckpoint(text: string): Uint8Array {
  const [note = ""] = /forum\.example\/ledger\n\d+\n[\w+/=]{44}\n\n\u2014 .+/u.exec(text) ?? [];
  return Buffer.from(`${note}\n`);
}

const toText = ({ sections }: { readonly sections: readonly { readonly lines: readonly string[] }[] }): string =>
  sections.flatMap(({ lines }) => lines).join("\n");

it("every statement of reasons carries a checkpoint, in each language, by which its person holds the log to it later", async () => {
  const { ledger, store, secrets, told, decision, house } = await tellDecision();
  const { entry, checkpoint } = told.receipt;
  expect((await ledger.readEntry(entry)).type).toBe("decision_opened");
  const payload = await ledger.readPayload(entry);
  expect(payload.kind === "present" && Buffer.from(payload.payload).toString()).toContain(decision);
  for (const letter of told.letters) {
    expect(letter.sections.at(-1)?.id).toBe("receipt");
    const text = toText(letter);
    expect(text).toContain(`breakwater verify https://breakwater.example/v1/ledger --checkpoint`);
    expect(text).toMatch(new RegExp(`(?:entry|第) ${entry}\\b`, "u"));
    expect(Buffer.from(cutCheckpoint(text)).toString()).toBe(checkpoint);
  }

  // The log goes on; what was kept still binds it, and what comes later is told with a later checkpoint.
  const outside = [{ name: "kept", bytes: cutCheckpoint(toText(told.letters[0] ?? expect.fail())) }];
  for (let i = 0; i < 5; i++) await ledger.append({ facts: { type: "evidence_kept" } });
  expect(await auditLog(store, { outside })).toMatchObject({ ok: true });
  const bundle = await exportEvidence({ store, secrets, sequences: [entry], older: outside.map(({ bytes }) => bytes) });
  expect(verifyBundle(bundle, { ...primitives, outside })).toMatchObject({ ok: true });
  const later = await house.noticeDesk.read(told.id);
  expect(later.kind === "done" && later.value.receipt).toEqual({
    entry,
    checkpoint: Buffer.from(ledger.checkpoint()).toString(),
  });
});

it("a log that its operator wrote anew and signed again fails against what a person kept", async () => {
  const { folder, ledger, told } = await tellDecision();
  const outside = [{ name: "kept", bytes: Buffer.from(told.receipt.checkpoint) }];
  const { entry } = told.receipt;
  const forged = makeScratch();
  cpSync(join(folder, "keys"), join(forged, "keys"), { recursive: true });
  const other = await openScratch(forged);
  for (let sequence = 0; sequence < ledger.size() + 3; sequence += 1) {
    const { type } = sequence < ledger.size() ? await ledger.readEntry(sequence) : { type: "evidence_kept" };
    await other.ledger.append({ facts: { type: sequence === entry ? "decision_forgotten" : type } });
  }
  // By itself it holds: its operator has the key.
  expect(await auditLog(other.store)).toMatchObject({ ok: true });
  expect(await auditLog(other.store, { outside })).toMatchObject({ ok: false, fault: { kind: "split_view" } });
  const bundle = await exportEvidence({ store: other.store, secrets: null, sequences: [entry] });
  expect(verifyBundle(bundle, primitives)).toMatchObject({ ok: true });
  expect(verifyBundle(bundle, { ...primitives, outside })).toMatchObject({ ok: false });
});

it("stands in mail too, as it is", async () => {
  const sent: Mail[] = [];
  const mailer = {
    send: async (mail: Mail) => {
      sent.push(mail);
      return { ok: true } as const;
    },
    close: () => undefined,
  };
  const { ledger, store } = await openScratch();
  const house = openHouse({ notary: createLedgerNotary(ledger), telling: { ...testTelling, mailer } });
  const answer = await house.reportDesk.submit({
    object: { kind: "post", id: "post-1" },
    refs: [],
    category: "fraud",
    reasons: "Sells tickets that do not exist.",
    location: "https://example.org/p/post-1",
    name: "Rosa",
    email: "rosa@example.org",
    inGoodFaith: true,
    account: null,
    source: "reporter",
    via: null,
  });
  const lead = answer.kind === "done" ? ((await house.stores.reports.find(answer.value.id))?.lead ?? "") : "";
  const story = openStory(house);
  await story.does(people.tian, { object: "lead", id: lead, command: { kind: "dismiss", reason: "opinion" } });
  expect(await story.send()).toBe(1);
  const outside = [{ name: "mail", bytes: cutCheckpoint(sent[0]?.text ?? "") }];
  const size = ledger.size();
  await ledger.append({ facts: { type: "evidence_kept" } });
  expect(await auditLog(store, { outside })).toMatchObject({ ok: true, value: { fixedBelow: size } });
});

import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { isNoticeKind, noticeKindNames, toNoticeMessage } from "@breakwater/contract";
import { toNotice } from "../claims/desk/claim-desk.ts";
import { listEffects } from "../casework/notary/effect-notices.ts";

const root = join(import.meta.dirname, "..");
const rooms = new Set(noticeKindNames.map((kind) => kind.split(".")[0] ?? ""));
/** A kind as somebody writes it: the first argument of an `append`, or any text that begins as kinds of the table do. */
const written = new RegExp(`\\.append\\(\\s*"([^"]+)"|"((?:${[...rooms].join("|")})\\.[a-z_]+)"`, "g");
/** Names of files, which look the same. */
const isFile = (text: string): boolean => /\.(?:sqlite|json|xml|ndjson|toml)$/.test(text);

describe("every kind that the service writes into the outbox", () => {
  const files = globSync("**/*.ts", { cwd: root }).filter((file) => !/\.(?:test|law)\.ts$|testing\//.test(file));
  const found = files.flatMap((file) => {
    const matches = readFileSync(join(root, file), "utf8").matchAll(written);
    return [...matches].map((match): readonly [string, string] => [match[1] ?? match[2] ?? "", file]);
  });
  const kinds = found.filter(([kind]) => !isFile(kind));

  it("is found by this test, also where it is chosen before", () => {
    const names = [
      "webhook.disabled",
      "ledger.checkpoint",
      "action.edited",
      "claim.corrected",
      "measure.apply",
      "lead.learning",
    ];
    expect(kinds.map(([kind]) => kind)).toEqual(expect.arrayContaining(names));
  });

  it.each(kinds)("%s stands in the contract's table (%s)", (kind) => expect(isNoticeKind(kind)).toBe(true));
});

describe("what rooms write", () => {
  const fits = (kind: string, data: unknown): void => {
    const message = toNoticeMessage({ sequence: 1, at: 0, kind, data: JSON.parse(JSON.stringify(data)) });
    // All of it is sent: what the contract does not name would be lost in silence.
    expect(message?.data).toEqual(data);
  };

  it("of claims is what the contract describes", () => {
    const latest = { action: "published", entry: { status: "published" } };
    fits(
      "claim.published",
      toNotice({ id: "c-1", version: 2, inForceVersion: 2, latest } as Parameters<typeof toNotice>[0]),
    );
  });

  it("of effects is what the contract describes", () => {
    const planned = { id: "m-1", type: "label", target: { kind: "item", id: "p-1" } };
    const decision = { opening: { account: "a-1" }, measures: { "m-1": { planned, endAt: 5 } } };
    const hold = { content: { item: "p-1", slot: "trend" }, endsAt: 9 };
    const events = [
      ["decision", { kind: "effect_ordered", measure: "m-1" }, decision, "measure.apply"],
      ["decision", { kind: "reversal_ordered", measure: "m-1" }, decision, "measure.reverse"],
      ["hold", { kind: "hold_placed" }, hold, "hold.place"],
      ["hold", { kind: "hold_expired" }, hold, "hold.release"],
    ] as const;
    for (const [object, event, state, expected] of events) {
      const [told] = listEffects({ object, id: "x-1", event } as unknown as Parameters<typeof listEffects>[0], state);
      expect(told?.kind).toBe(expected);
      fits(expected, told?.data);
    }
  });
});

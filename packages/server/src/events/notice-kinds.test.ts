import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { isNoticeKind, noticeKindNames, noticeKinds, toNoticeMessage } from "@breakwater/contract";
import { toNotice } from "../claims/desk/claim-desk.ts";
import { listEffects } from "../casework/notary/effect-notices.ts";

const root = join(import.meta.dirname, "..");
const rooms = new Set(noticeKindNames.map((kind) => kind.split(".")[0] ?? ""));
/** A kind as somebody writes it: the first argument of an `append`, or any text that begins as kinds of the table do. */
const written = new RegExp(`\\.append\\(\\s*"([^"]+)"|"((?:${[...rooms].join("|")})\\.[a-z_]+)"`, "g");
/** Names of files and of settings, which look the same. */
const isFile = (text: string): boolean => /\.(?:sqlite|json|xml|ndjson|toml)$|_file$/.test(text);

const sources = globSync("**/*.ts", { cwd: root })
  .filter((file) => !/\.(?:test|law)\.ts$|testing\//.test(file))
  .map((file): readonly [string, string] => [file, readFileSync(join(root, file), "utf8")]);

describe("every kind that the service writes into the outbox", () => {
  const found = sources.flatMap(([file, text]) =>
    [...text.matchAll(written)].map((match): readonly [string, string] => [match[1] ?? match[2] ?? "", file]),
  );
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

/** The data that somebody writes beside a kind, where both stand in one place: `append("kind", { a, b: 1, ...c }`, `{ kind: "kind", data: { a } }`. */
const withData = /(?:\.append\(\s*|kind: )"([a-z_]+\.[a-z_]+)"(?: satisfies NoticeKind)?,(?: data:)?\s*\{([^{}]*)\}/g;

describe("the members that the service writes", () => {
  const found = sources.flatMap(([file, text]) =>
    [...text.matchAll(withData)].map(([, kind = "", members = ""]): readonly [string, string, readonly string[]] => {
      const names = members.split(",").map((member) => member.trim().split(":")[0]?.trim() ?? "");
      return [kind, file, names.filter((name) => name !== "")];
    }),
  );

  it("are found by this test", () => {
    const kinds = found.map(([kind]) => kind);
    expect(kinds).toEqual(
      expect.arrayContaining(["detector.resumed", "access.changed", "report.decided", "claim.imported"]),
    );
  });

  it.each(found)("of %s are those of the contract (%s)", (kind, _, names) => {
    if (!isNoticeKind(kind)) throw new Error(`No such kind: ${kind}.`);
    const { shape } = noticeKinds[kind].data;
    const own = names.filter((name) => !name.startsWith("..."));
    expect(own.filter((name) => !(name in shape))).toEqual([]);
    if (own.length < names.length) return;
    const required = Object.entries(shape).filter(([, schema]) => !schema.safeParse(undefined).success);
    expect(required.map(([name]) => name).filter((name) => !own.includes(name))).toEqual([]);
  });
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

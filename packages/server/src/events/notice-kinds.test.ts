import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { isNoticeKind } from "@breakwater/contract";

const root = join(import.meta.dirname, "..");
/** A kind as somebody writes it into the outbox: the first argument of an `append`, or what is checked by `satisfies NoticeKind`. */
const written = /\.append\(\s*"([^"]+)"|"([a-z_]+\.[a-z_]+)" satisfies NoticeKind/g;

describe("every kind that the service appends", () => {
  const files = globSync("**/*.ts", { cwd: root }).filter(
    (file) => !/\.(?:test|law)\.ts$/.test(file) && !file.includes("testing"),
  );
  const found = files.flatMap((file) =>
    [...readFileSync(join(root, file), "utf8").matchAll(written)].map(
      (match) => [match[1] ?? match[2] ?? "", file] as const,
    ),
  );

  it("is found by this test", () => {
    expect(found.map(([kind]) => kind)).toEqual(expect.arrayContaining(["webhook.disabled", "ledger.checkpoint"]));
  });

  it.each(found)("%s stands in the contract's table (%s)", (kind) => expect(isNoticeKind(kind)).toBe(true));
});

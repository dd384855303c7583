import { errors } from "@breakwater/contract";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

it("docs/api.md explains every error with its status, and no other", () => {
  const manual = readFileSync(join(import.meta.dirname, "../../../../docs/api.md"), "utf8");
  const rows = [...manual.matchAll(/^\| `(\w+)` \| (\d{3}) \| .+\.(?: .*)? \|$/gm)].map(([, code, status]) => [
    code,
    Number(status),
  ]);
  const byName = (a: readonly unknown[], b: readonly unknown[]): number => (String(a[0]) < String(b[0]) ? -1 : 1);
  const table = Object.entries(errors).map(([code, { status }]) => [code, status]);
  expect(rows.sort(byName)).toEqual(table.sort(byName));
});

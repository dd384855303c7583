import { routes, toOpenApi } from "@breakwater/contract";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

it("docs/openapi.json is what `node scripts/write-openapi.ts` writes", () => {
  const committed = readFileSync(join(import.meta.dirname, "../docs/openapi.json"), "utf8");
  expect(JSON.parse(committed)).toEqual(JSON.parse(JSON.stringify(toOpenApi(routes))));
});

import {
  adoptClaim,
  askCorrection,
  correctClaim,
  createClaim,
  getClaim,
  importClaims,
  publishClaim,
  reviewClaim,
} from "@breakwater/contract";
import { readFileSync } from "node:fs";
import type { CastName } from "../staff.ts";
import type { Hands } from "./hands.ts";

const rumours = new URL("../../../../../docs/examples/rumours.ndjson", import.meta.url);
const editors = ["eda", "fay", "gil"] as const satisfies readonly CastName[];

/** A small registry: somebody else's list, two of it adopted by three editors; a determination of our own, published, with a reader's request and a correction that wait; a draft. */
export async function playClaims(hands: Hands): Promise<void> {
  const { as, words } = hands;
  const eda = as("eda");
  await eda.send(importClaims, readFileSync(rumours, "utf8"), { name: "rumours.ndjson" });
  for (const id of ["bridge", "mast"]) {
    for (const who of editors) {
      const { version } = await as(who).call(getClaim, { params: { id } });
      await as(who).call(adoptClaim, { params: { id }, version });
    }
  }
  const { published, draft, correction } = words.claims;
  const sources = [
    { text: "https://baths.example/notice", kind: "official_statement" as const },
    { text: "https://paper.example/baths", kind: "press" as const },
  ];
  const made = await eda.call(createClaim, { body: { ...published, verdict: "misleading", sources } });
  const { id } = made;
  const once = await as("fay").call(reviewClaim, { params: { id }, version: made.version });
  const twice = await as("gil").call(reviewClaim, { params: { id }, version: once.version });
  const url = "https://desk.example/baths";
  const open = await as("gil").call(publishClaim, { params: { id }, body: { url }, version: twice.version });
  // A reader finds it before the editors do.
  await hands.platform.call(askCorrection, { params: { id }, body: { text: words.reader } });
  const changes = { explanation: correction.explanation };
  const body = { changes, reason: correction.reason };
  await eda.call(correctClaim, { params: { id }, body, version: open.version });
  await eda.call(createClaim, { body: { ...draft, verdict: "false", sources } });
}

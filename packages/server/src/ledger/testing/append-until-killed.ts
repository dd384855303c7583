// A process that appends as fast as it can and says on its standard output what was acknowledged: `sequence entry checkpoint`.
import { randomBytes } from "node:crypto";
import { argv, stdout } from "node:process";
import { toBase64 } from "@breakwater/ledger";
import { openKillable, storeKinds } from "./kill-trial.ts";

const kind = storeKinds.find((name) => name === argv[3]) ?? "sqlite";
const { ledger } = await openKillable(argv[2] ?? "", kind);

/** Several hands at once, so that commits of one entry and of many are cut off. */
const hands = 6;
await Promise.all(
  Array.from({ length: hands }, async () => {
    for (;;) {
      const payload = randomBytes(600);
      const { sequence, entry, checkpoint } = await ledger.append({ facts: { type: "evidence_kept" }, payload });
      stdout.write(`${sequence} ${toBase64(entry)} ${toBase64(checkpoint)}\n`);
    }
  }),
);

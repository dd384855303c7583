import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach } from "vitest";
import { openHouse } from "../casework/testing/open-house.ts";
import { openStory } from "../casework/testing/open-story.ts";
import { dataHolderLaw } from "../lifecycle/records/data-holder.law.ts";
import { dropDeleted } from "../sqlite/database.ts";
import { createCaseworkHolder } from "./casework-holder.ts";

const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

/** Workspaces that their owners have closed: what nothing keeps back. What else there is, casework's own tests say. */
dataHolderLaw("casework", async () => {
  const folder = mkdtempSync(join(tmpdir(), "breakwater-holder-"));
  const house = openHouse({}, join(folder, "state.sqlite"));
  closers.push(() => {
    house.db.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const { does } = openStory(house);
  return {
    holder: createCaseworkHolder(house.forgetting),
    folder,
    plant: async (account, mark) => {
      const victim = { id: account, roles: ["victim"] } as const;
      for (const n of [1, 2]) {
        const workspace = { object: "victim_workspace", id: `workspace-${account.length}-${n}` } as const;
        const item = { id: `${mark}-${n}`, sha256: "ab".repeat(32), capturedAt: house.clock.at };
        await does(victim, { ...workspace, command: { kind: "open", owner: account, isMinor: false } });
        await does(victim, { ...workspace, command: { kind: "capture", item } });
        await does(victim, { ...workspace, command: { kind: "close" } });
      }
      await house.notarising.run();
    },
    settle: async () => dropDeleted(house.db),
  };
});

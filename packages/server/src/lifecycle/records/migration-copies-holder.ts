import { readdirSync, rmSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { grepFiles } from "../grep-files.ts";
import type { Layout } from "../../main/layout.ts";
import type { DataHolder } from "./data-holder.ts";

/** The copies of the state database from before its migrations, oldest first. */
export function listMigrationCopies(layout: Layout): readonly { readonly path: string; readonly at: number }[] {
  const folder = dirname(layout.state);
  return readdirSync(folder)
    .filter((name) => name.startsWith("state.sqlite.before-"))
    .flatMap((name) => {
      const path = join(folder, name);
      const found = statSync(path, { throwIfNoEntry: false });
      return found === undefined ? [] : [{ path, at: found.mtimeMs }];
    })
    .sort((a, b) => a.at - b.at);
}

/**
 * Copies from before a migration, which nobody edits: one that names an account is removed as a whole. What it says of the account is
 * told by those who hold it now.
 */
export function createMigrationCopiesHolder(layout: Layout): DataHolder {
  const listNaming = async (account: string): Promise<readonly string[]> => {
    const hits = await grepFiles(dirname(layout.state), [account], {
      hitsMax: 10_000,
      isLookedInto: (file) => file.startsWith("state.sqlite.before-"),
    });
    return [...new Set(hits.map(({ file }) => file))];
  };
  return {
    name: "migration_copies",
    async *listOf(account) {
      for (const file of await listNaming(account)) yield { kind: "copy", at: null, data: { file } };
    },
    erase: async (account) => {
      const files = await listNaming(account);
      for (const file of files) rmSync(join(dirname(layout.state), file), { force: true });
      return { erased: files.length, keptBack: [] };
    },
  };
}

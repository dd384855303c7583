import { openState } from "../../state/open-state.ts";
import { createMemoryNoticeStore } from "./memory-notice-store.ts";
import { noticeMigrations } from "./notice-migrations.ts";
import { noticeStoreLaw } from "./notice-store.law.ts";
import { createSqliteNoticeStore } from "./sqlite-notice-store.ts";

noticeStoreLaw("memory", createMemoryNoticeStore);
noticeStoreLaw("SQLite", () =>
  createSqliteNoticeStore(openState(":memory:", { migrations: noticeMigrations, now: () => 0 })),
);

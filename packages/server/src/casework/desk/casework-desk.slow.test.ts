import { describe, it } from "vitest";
import { followHistory, openSqlite } from "../testing/follow-history.ts";

describe("createCaseworkDesk() over sqlite, at length", () => {
  it("answers and comes to what the desk in memory does, over 60 histories of 1,500 commands", async () => {
    for (let seed = 400; seed < 460; seed += 1) await followHistory(openSqlite, { seed, commands: 1_500 });
  });
});

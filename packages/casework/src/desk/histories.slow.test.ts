import { expect, it } from "vitest";
import { historyLaw, listUntried } from "../testing/history-law.ts";
import { playHistory } from "../testing/random-history.ts";

historyLaw({ histories: 130, commands: 1000, seed: 1 });

it("CW-160 the histories come to every state of every machine and carry out every command", () => {
  const told = Array.from({ length: 130 }, (_, turn) => playHistory(turn + 1, 1000));
  expect(listUntried(told)).toEqual({ statuses: [], kinds: [] });
});

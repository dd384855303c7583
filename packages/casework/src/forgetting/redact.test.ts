import { describe, expect, it } from "vitest";
import { getMachine } from "../desk/machines.ts";
import { createEventPlacer } from "../figures/place-events.ts";
import { playHistory } from "../testing/random-history.ts";
import { createRedaction, isRedacted } from "./redact.ts";

/** What the public reads for good keeps its words. */
const isPublic = (object: string): boolean => ["determination", "rule_version", "override"].includes(object);
const histories = [1, 2, 3, 4, 5, 6].map((seed) => playHistory(seed, 800));

describe("createRedaction()", () => {
  it.each(histories.map((history, i) => [i + 1, history] as const))(
    "CW-59 leaves of history %d what happened and what is counted, and nobody",
    (_, { desk }) => {
      const events = desk.events;
      const redact = createRedaction();
      const redacted = events.map((event) => redact(event));
      const [place, placeRedacted] = [createEventPlacer(), createEventPlacer()];
      const withoutKeys = ({ key: _key, origin: _origin, ...act }: ReturnType<typeof place>) => act;
      for (const [i, event] of events.entries()) {
        const other = redacted[i];
        if (other === undefined || isPublic(event.object)) continue;
        expect(withoutKeys(placeRedacted(other))).toEqual(withoutKeys(place(event)));
      }
      const states = new Map<string, ReturnType<typeof evolve>>();
      for (const one of redacted) {
        if (isPublic(one.object)) continue;
        states.set(`${one.object}/${one.id}`, evolve(states.get(`${one.object}/${one.id}`), one));
      }
      for (const [name, state] of states) {
        const [object = "", id = ""] = name.split("/");
        const { status, version } = desk.getState(object as "case", id);
        expect([name, state.status, state.version]).toEqual([name, status, version]);
      }
      const text = JSON.stringify(redacted.map(({ event }) => event));
      for (const account of desk.listAccounts()) expect(text).not.toContain(`"${account}"`);
    },
  );

  it("gives one word one token, and keeps none that somebody wrote", () => {
    const redact = createRedaction();
    const stamp = { at: 1, by: "alice", as: "subject" } as const;
    const happening = {
      object: "case",
      id: "c1",
      event: { kind: "reply_recorded", account: "alice", text: "not me", ...stamp },
    } as const;
    expect(redact(happening).event).toEqual({
      kind: "reply_recorded",
      account: "erased 1",
      text: "erased 2",
      at: 1,
      by: "erased 1",
      as: "subject",
    });
    expect([isRedacted("erased 2"), isRedacted("alice")]).toEqual([true, false]);
  });
});

function evolve(
  before: { readonly status: string; readonly version: number } | undefined,
  { object, event }: ReturnType<ReturnType<typeof createRedaction>>,
) {
  const machine = getMachine(object);
  return machine.evolve((before ?? machine.initial) as never, event as never);
}

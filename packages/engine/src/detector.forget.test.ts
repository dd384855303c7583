import type { Action } from "@breakwater/records";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defaultOptions, type EngineOptions } from "./contract/options.ts";
import type { Findings } from "./contract/findings.ts";
import type { Detector } from "./contract/detector.ts";
import { createDetectorWith } from "./detector.ts";
import { judge } from "./groups/judge.ts";
import { arbitraryAction, start } from "./observe/testing/arbitrary-action.ts";
import type { ActionTable } from "./contract/table.ts";

/** Tells all that it was shown. */
function tell(table: ActionTable, options: EngineOptions): Findings {
  return {
    ...judge({ ...table, count: 0 }, options),
    switchedOff: [{ what: "samples", reason: JSON.stringify(table) }],
  };
}

const options: EngineOptions = { ...defaultOptions, epochMs: 5000, windowMs: 20_000, latenessMs: 60_000 };
const open = (): Detector => createDetectorWith(tell, options);
const endless = Number.POSITIVE_INFINITY;
const actionList = fc.array(arbitraryAction, { maxLength: 40 });
const someIds = fc.array(
  fc.nat(60).map((n) => `i${n}`),
  { maxLength: 30 },
);
const settings = { seed: 20_261_126, numRuns: 200 };
const bytesOf = (detector: Detector): string => Buffer.from(detector.snapshot()).toString("latin1");

/** The reference: what was never to be held is never pushed. */
function pushOnly(actions: readonly Action[], changes: ReadonlyMap<string, Action | null>): Detector {
  const detector = open();
  detector.push(
    actions.flatMap((action) => {
      const change = changes.get(action.id);
      return change === null ? [] : [change ?? action];
    }),
  );
  return detector;
}

describe("forget()", () => {
  it("leaves the bytes of a detector that never saw the actions", () => {
    fc.assert(
      fc.property(actionList, someIds, (actions, ids) => {
        const expected = pushOnly(actions, new Map(ids.map((id) => [id, null])));
        const detector = open();
        detector.push(actions);
        detector.forget(new Set(ids));
        expect(bytesOf(detector)).toBe(bytesOf(expected));
        expect(JSON.stringify(detector.advance(endless))).toBe(JSON.stringify(expected.advance(endless)));
      }),
      settings,
    );
  });

  it("changes later epochs alone, whatever was judged before", () => {
    fc.assert(
      fc.property(actionList, someIds, fc.nat(40), (actions, ids, seconds) => {
        const expected = pushOnly(actions, new Map(ids.map((id) => [id, null])));
        const detector = open();
        detector.push(actions);
        for (const one of [detector, expected]) one.advance(start + seconds * 1000);
        detector.forget(new Set(ids));
        expect(JSON.stringify(detector.advance(endless))).toBe(JSON.stringify(expected.advance(endless)));
      }),
      settings,
    );
  });

  it("leaves no text, account, object or place in the bytes", () => {
    const detector = open();
    const secret: Action = {
      id: "gone",
      at: start,
      account: "the-account",
      kind: "post",
      text: "THE-TEXT",
      objects: [{ kind: "url", id: "the-object" }],
      client: "the-client",
    };
    detector.push([secret, { ...secret, id: "stays", account: "b", text: "ok", objects: [], client: "web" }]);
    expect(bytesOf(detector)).toContain("THE-TEXT");
    detector.forget(new Set(["gone"]));
    for (const word of ["gone", "the-account", "THE-TEXT", "the-object", "the-client"]) {
      expect(bytesOf(detector)).not.toContain(word);
    }
    expect(bytesOf(detector)).toContain("stays");
  });
});

describe("snapshot()", () => {
  it("holds nothing that no later judgement can see", () => {
    const detector = open();
    const one: Action = { id: "1", at: start, account: "a", kind: "post", text: "OLD", objects: [] };
    detector.push([one]);
    for (let n = 2; n < 20; n++) detector.push([{ ...one, id: `${n}`, at: start + 30_000, text: "NEW" }]);
    detector.skip(start + 40_000);
    expect(bytesOf(detector)).not.toContain("OLD");
    expect(bytesOf(detector)).toContain("NEW");
  });
});

describe("amend()", () => {
  it("leaves the bytes of a detector that was told so at first, and takes nothing new", () => {
    fc.assert(
      fc.property(actionList, fc.array(arbitraryAction, { maxLength: 10 }), (actions, amended) => {
        const changes = new Map(amended.map((action) => [action.id, action]));
        const expected = pushOnly(actions, changes);
        const detector = open();
        detector.push(actions);
        detector.amend(amended);
        expect(bytesOf(detector)).toBe(bytesOf(expected));
      }),
      settings,
    );
  });

  it("takes an edit of what has become old, where a push would come too late", () => {
    const detector = createDetectorWith(tell, { ...options, latenessMs: 0 });
    const action: Action = { id: "1", at: start, account: "a", kind: "post", text: "before", objects: [] };
    detector.push([action]);
    detector.skip(start + 10_000);
    detector.amend([{ ...action, text: "after" }]);
    expect(bytesOf(detector)).toContain("after");
    expect(bytesOf(detector)).not.toContain("before");
  });
});

describe("skip()", () => {
  it("leaves the bytes that judging leaves, and lists the epochs that it passes", () => {
    fc.assert(
      fc.property(actionList, fc.nat(45), (actions, seconds) => {
        const [judged, skipped] = [open(), open()];
        for (const one of [judged, skipped]) one.push(actions);
        const watermark = start + seconds * 1000;
        const ends = skipped.listEpochs(watermark);
        expect(judged.advance(watermark)).toHaveLength(ends.length);
        for (const end of ends) expect(skipped.listEpochs(end).at(-1)).toBe(end);
        skipped.skip(watermark);
        expect(bytesOf(skipped)).toBe(bytesOf(judged));
        expect(skipped.listEpochs(watermark)).toEqual([]);
      }),
      settings,
    );
  });
});

describe("countSteps()", () => {
  it("counts as a plain loop does", () => {
    fc.assert(
      fc.property(
        actionList,
        fc.nat(40),
        fc.nat(40),
        fc.integer({ min: 1, max: 9 }),
        (actions, begin, length, wide) => {
          const detector = open();
          detector.push(actions);
          const [from, stepMs] = [start + begin * 1000, wide * 1000];
          const counts: number[] = [];
          for (let at = from; at + stepMs <= from + length * 1000; at += stepMs) {
            counts.push(actions.filter((action) => action.at >= at && action.at < at + stepMs).length);
          }
          expect(detector.countSteps(from, from + length * 1000, stepMs)).toEqual(counts);
        },
      ),
      settings,
    );
  });
});

describe("countActions()", () => {
  it("counts as a plain loop does", () => {
    fc.assert(
      fc.property(actionList, fc.nat(40), fc.nat(40), (actions, from, to) => {
        const detector = open();
        detector.push(actions);
        const counts: Record<string, number> = {};
        for (const { at, account } of actions) {
          if (at > start + from * 1000 && at <= start + to * 1000) counts[account] = (counts[account] ?? 0) + 1;
        }
        expect(Object.fromEntries(detector.countActions(start + from * 1000, start + to * 1000))).toEqual(counts);
      }),
      settings,
    );
  });
});

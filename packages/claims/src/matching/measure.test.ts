import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ClaimIndex } from "../search/claim-index.ts";
import { defaultCandidateOptions, measureCandidates } from "./candidates.ts";
import { featureNames } from "./feature-names.ts";
import { indexEntry, type IndexedText } from "./index-entry.ts";
import { measureCandidatesSlowly } from "./measure.reference.ts";
import { addUp, explainDecision, type TextModel } from "./model.ts";
import { readPost } from "./post.ts";
import { Workspace } from "./ranking.ts";
import { shippedModel } from "./weights.ts";

const pieces =
  "水厂 爆炸 不会 停水 三天 5月1日 武汉市 大桥 疫苗 关闭 喝热水 专家 3人 的 了 好 a vaccine vaccination cures 10 ships Ana Li not closed the city #StopNow @bridge radio masts".split(
    " ",
  );
const text = fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 14 }).map((some) => some.join(" "));
const dense = fc
  .array(fc.constantFrom(...pieces.slice(0, 16)), { minLength: 1, maxLength: 12 })
  .map((some) => some.join(""));
const words = fc.oneof(text, dense);
const entry = fc.record(
  {
    claim: words,
    title: words,
    wordings: fc.array(
      words.map((one) => ({ text: one })),
      { maxLength: 3 },
    ),
    explanation: words,
  },
  { requiredKeys: ["claim", "wordings"] },
);
const step = fc.oneof(
  { weight: 8, arbitrary: fc.record({ kind: fc.constant("put" as const), id: fc.nat(15), entry }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("remove" as const), id: fc.nat(15) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("pack" as const) }) },
);

describe("measureCandidates()", () => {
  it("answers to the bit what the slow way does, however the index came to be", () => {
    const options = fc.constantFrom(
      defaultCandidateOptions,
      { postingsMax: 6, foundMax: 3, measuredMax: 2 },
      { postingsMax: 20, foundMax: 8, measuredMax: 16 },
    );
    fc.assert(
      fc.property(
        fc.array(step, { maxLength: 40 }),
        fc.array(words, { minLength: 1, maxLength: 3 }),
        options,
        (steps, posts, settings) => {
          const index = new ClaimIndex(undefined, 4);
          let documents: (number | null)[] = [];
          for (const each of steps) {
            if (each.kind === "pack") {
              index.pack();
              documents = documents.filter((id) => id !== null);
              continue;
            }
            documents = documents.map((id) => (id === each.id ? null : id));
            if (each.kind === "remove") index.remove(`${each.id}`);
            else {
              indexEntry(index, { id: `${each.id}`, ...each.entry } as IndexedText);
              documents.push(each.id);
            }
          }
          const alive = documents.flatMap((id, document) => (id === null ? [] : [document]));
          const workspace = new Workspace();
          for (const written of posts) {
            const post = readPost(written, index.vocabulary);
            const fast = measureCandidates({ index, workspace, options: settings }, post);
            expect(fast).toEqual(measureCandidatesSlowly({ index, alive, options: settings }, post));
          }
        },
      ),
      { seed: 11, numRuns: 400 },
    );
  });
});

describe("addUp() and explainDecision()", () => {
  it("are sums and orders by name", () => {
    const value = fc.oneof(fc.constant(0), fc.double({ min: -12, max: 12, noNaN: true }));
    const features = fc.array(value, { minLength: featureNames.length, maxLength: featureNames.length });
    fc.assert(
      fc.property(features, fc.constantFrom<TextModel>(shippedModel.pairs, shippedModel.words), (values, model) => {
        let sum = 0;
        for (const [i, name] of featureNames.entries()) sum += (model.decide[name] ?? 0) * (values[i] ?? 0);
        expect(addUp(model.decide, values)).toBe(sum);
        const explained = featureNames
          .map((feature, i) => ({
            feature,
            value: values[i] ?? 0,
            share: (model.decide[feature] ?? 0) * (values[i] ?? 0),
          }))
          .filter(({ share }) => share !== 0)
          .toSorted((a, b) => Math.abs(b.share) - Math.abs(a.share));
        for (const count of [0, 1, 5, 99])
          expect(explainDecision(model, values, count)).toEqual(explained.slice(0, count));
      }),
      { seed: 2, numRuns: 300 },
    );
  });
});

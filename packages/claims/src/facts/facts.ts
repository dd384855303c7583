import { listNames } from "./names.ts";
import { listNegated } from "./negation.ts";
import { listQuantities, type Quantity } from "./numbers.ts";

/** What is compared outright, because a text can turn on one word of it. */
export type Facts = {
  readonly quantities: readonly Quantity[];
  readonly negated: readonly number[];
  readonly names: readonly number[];
};

export function readFacts(text: string, normalised: string): Facts {
  const readings = { folded: text.normalize("NFKC"), normalised };
  return { quantities: listQuantities(readings), negated: listNegated(readings), names: listNames(readings.folded) };
}

/** As one list of numbers: how many of each, then they. */
export function encodeFacts({ quantities, negated, names }: Facts): Int32Array {
  const flat = quantities.flatMap(({ unit, value }) => [unit, value]);
  return Int32Array.from([quantities.length, negated.length, ...flat, ...negated, ...names]);
}

export function decodeFacts(encoded: Int32Array): Facts {
  const [quantityCount = 0, negatedCount = 0] = encoded;
  const quantities: Quantity[] = [];
  for (let i = 0; i < quantityCount; i += 1) {
    quantities.push({ unit: encoded[2 + 2 * i] ?? 0, value: encoded[3 + 2 * i] ?? 0 });
  }
  const after = 2 + 2 * quantityCount;
  return {
    quantities,
    negated: Array.from(encoded.subarray(after, after + negatedCount)),
    names: Array.from(encoded.subarray(after + negatedCount)),
  };
}

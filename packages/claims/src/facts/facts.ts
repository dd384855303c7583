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
  const [quantityCount, negatedCount] = [encoded[0] ?? 0, encoded[1] ?? 0];
  const quantities: Quantity[] = [];
  let at = 2;
  for (; at < 2 + 2 * quantityCount; at += 2) quantities.push({ unit: encoded[at], value: encoded[at + 1] });
  const [negated, names]: [number[], number[]] = [[], []];
  for (const end = at + negatedCount; at < end; at += 1) negated.push(encoded[at]);
  for (; at < encoded.length; at += 1) names.push(encoded[at]);
  return { quantities, negated, names };
}

import fc from "fast-check";
import { actionKinds, objectKinds, type Action, type Pseudonym } from "@breakwater/records";

export const start = 1_700_000_000_000;

const pseudonym = fc.constantFrom("p1", "p2", "p3").map((value) => value as Pseudonym);
const text = fc.constantFrom("Good Morning!", "good morning", "你好 世界", "謠言", "谣言", "\ud800", "");

/** Few values of everything, so that ties, repeats and shared objects are common. Times are whole seconds from `start`. */
export const arbitraryAction: fc.Arbitrary<Action> = fc.record(
  {
    id: fc.nat(60).map((n) => `i${n}`),
    at: fc.nat(40).map((n) => start + n * 1000),
    account: fc.constantFrom("b", "a", "Z", "é", "\u{1f600}", "\uffff"),
    kind: fc.constantFrom(...actionKinds),
    objects: fc.array(fc.record({ kind: fc.constantFrom(...objectKinds), id: fc.constantFrom("x", "y") }), {
      maxLength: 3,
    }),
    text,
    network: fc.record({ address: pseudonym, prefix: pseudonym, asn: fc.constantFrom("1", "2") }, { requiredKeys: [] }),
    device: pseudonym,
    client: fc.constantFrom("web", "app"),
    createdAt: fc.constantFrom(start - 1, start - 2, 0),
  },
  { requiredKeys: ["id", "at", "account", "kind", "objects"] },
);

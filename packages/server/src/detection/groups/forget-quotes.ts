import type { Signal } from "@breakwater/engine";
import type { GroupEvidence } from "./group.ts";

/** What stands where a text was taken away. */
export const takenAway = "";

/**
 * The evidence without the words of these actions, wherever they stand: as a quoted text, as the name of a sample, in edges. The counts stay; the next epoch
 * measures anew. Cost: linear in the evidence.
 */
export function forgetQuotes(evidence: GroupEvidence, keys: ReadonlySet<string>): GroupEvidence {
  const gone = new Set(evidence.quotes.filter(({ action }) => keys.has(action)).map(({ text }) => text));
  if (gone.size === 0) return evidence;
  const quotes = evidence.quotes.filter(({ text }) => !gone.has(text));
  const text = (shown: string): string => (gone.has(shown) ? takenAway : shown);
  return { ...mapEvidence(evidence, { text, account: (name) => name }), quotes };
}

/** The evidence with another name for an account, wherever it stands. */
export function renameAccount(evidence: GroupEvidence, account: string, name: string): GroupEvidence {
  return mapEvidence(evidence, { text: (shown) => shown, account: (one) => (one === account ? name : one) });
}

/** `text` is asked about texts and about names of objects, as a sample is named by its text. */
type Changes = { readonly text: (shown: string) => string; readonly account: (name: string) => string };

function mapEvidence(evidence: GroupEvidence, { text, account }: Changes): GroupEvidence {
  const mapSignal = (signal: Signal): Signal => ({
    ...signal,
    actions: signal.actions.map((action) => ({
      ...action,
      account: account(action.account),
      object: action.object === null ? null : text(action.object),
      text: action.text === null ? null : text(action.text),
    })),
  });
  return {
    ...evidence,
    coordinated: evidence.coordinated.map(mapSignal),
    inauthentic: evidence.inauthentic.map(mapSignal),
    accounts: evidence.accounts.map((one) => ({
      ...one,
      account: account(one.account),
      objects: one.objects.map(text),
    })),
    objects: evidence.objects.map((object) => ({ ...object, id: text(object.id) })),
    edges: evidence.edges.map((edge) => ({
      ...edge,
      source: account(edge.source),
      target: account(edge.target),
      objects: edge.objects.map(text),
    })),
    samples: evidence.samples.map(({ representative, variants, ...sample }) => ({
      ...sample,
      representative: text(representative),
      variants: variants.map((variant) => ({
        ...variant,
        text: text(variant.text),
        account: account(variant.account),
      })),
    })),
  };
}

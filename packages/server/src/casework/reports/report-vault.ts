import { openPayload, sealPayload, secretBytes, type SealedPayload } from "@breakwater/ledger";
import { cipher, sha256 } from "../../ledger/primitives.ts";
import type { SecretStore } from "../../ledger/ports/secret-store.ts";

/** Something that can be read as long as its key is there. */
export type SealedText = SealedPayload & { readonly secret: string };

/**
 * Where the words of people who report are sealed, each text under a key of its own that is kept apart from the data and from its
 * backups. Destroying the key destroys the text wherever a copy of it lies.
 */
export interface ReportVault {
  /** The keys are durable once it resolves. A name seals once. */
  seal(texts: readonly { readonly name: string; readonly value: unknown }[]): Promise<readonly SealedText[]>;
  /** What was sealed, or null where its key was destroyed. */
  open(sealed: SealedText): Promise<unknown>;
  destroy(secrets: readonly string[]): Promise<void>;
}

export function createReportVault({
  secrets,
  randomBytes,
}: {
  readonly secrets: SecretStore;
  readonly randomBytes: (length: number) => Uint8Array;
}): ReportVault {
  return {
    seal: async (texts) => {
      const stored = texts.map(({ name }) => ({
        id: `report:${name}`,
        secret: { key: randomBytes(secretBytes), salt: randomBytes(secretBytes) },
      }));
      await secrets.put(stored);
      return texts.flatMap(({ value }, place) => {
        const one = stored[place];
        if (one === undefined) return [];
        const payload = new TextEncoder().encode(JSON.stringify(value));
        return [{ ...sealPayload(payload, one.secret, { sha256, cipher }), secret: one.id }];
      });
    },
    open: async ({ secret, ...sealed }) => {
      const kept = await secrets.get(secret);
      const payload = kept === null ? null : openPayload(sealed, kept, { sha256, cipher });
      return payload === null ? null : (JSON.parse(new TextDecoder().decode(payload)) as unknown);
    },
    destroy: async (ids) => {
      if (ids.length > 0) await secrets.destroy(ids);
    },
  };
}

import { beforeEach, describe, expect, it } from "vitest";
import { pseudonymEpochMs as epochMs, toEpoch, type PseudonymKeys } from "./pseudonym-keys.ts";

const at = 600 * epochMs + 5;

/** What every store of pseudonym keys keeps to. `reopen` comes back to what was there. */
export function pseudonymKeysLaw(
  name: string,
  place: { readonly open: () => PseudonymKeys; readonly reopen: (keys: PseudonymKeys) => PseudonymKeys },
): void {
  describe(`pseudonym keys: ${name}`, () => {
    let keys: PseudonymKeys;
    beforeEach(() => {
      keys = place.open();
    });

    it("has one key for an epoch, the same for whoever asks next", async () => {
      const made = await keys.keyAt(at);
      expect(made.epoch).toBe(toEpoch(at));
      expect(made.key).toHaveLength(32);
      keys = place.reopen(keys);
      expect(await keys.keyAt(at + epochMs - 6)).toEqual(made);
    });

    it("has another key for the next epoch, and does not go back", async () => {
      const first = await keys.keyAt(at);
      const next = await keys.keyAt(at + epochMs);
      expect(next.epoch).toBe(first.epoch + 1);
      expect(next.key).not.toEqual(first.key);
      expect(await keys.keyAt(at)).toEqual(next);
      expect(await keys.listEpochs()).toEqual([first.epoch, next.epoch]);
    });

    it("destroys what is over", async () => {
      const first = await keys.keyAt(at);
      await keys.keyAt(at + epochMs);
      expect(await keys.destroyBefore(at)).toBe(0);
      expect(await keys.destroyBefore(at + epochMs)).toBe(1);
      keys = place.reopen(keys);
      expect(await keys.listEpochs()).toEqual([first.epoch + 1]);
      expect((await keys.keyAt(at)).key).not.toEqual(first.key);
    });
  });
}

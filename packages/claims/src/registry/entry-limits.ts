/**
 * What one entry may hold. Lengths are UTF-16 units. Beyond a limit an entry is refused or a field left out, with the
 * field's name and `too_long` or `too_many`; nothing is cut short in silence.
 */
export const entryLimits = {
  idUnitsMax: 200,
  claimUnitsMax: 20_000,
  titleUnitsMax: 2000,
  explanationUnitsMax: 200_000,
  rightOfReplyUnitsMax: 20_000,
  wordingUnitsMax: 20_000,
  wordingsMax: 1000,
  /** Addresses, sources, names of people, tags, hashes. */
  itemUnitsMax: 2000,
  itemsMax: 500,
  /** All texts of an entry together. */
  entryUnitsMax: 1_000_000,
} as const;

/** Letters and digits that nobody mistakes for each other and that make no words. */
const alphabet = "23456789BCDFGHJKLMNPQRSTVWXZ";
const letters = 4;

/**
 * Names made for the accounts of one group: the same account keeps its name while it is in the group, and has another in any other group, so that
 * nobody is followed from one to the next by eye. Two that would be called alike get a longer name. Cost: linear.
 */
export function nameAccounts(groupId: string, accounts: readonly string[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const taken = new Set<string>();
  for (const account of [...accounts].sort()) {
    let name = "";
    for (let turn = 0; name === "" || taken.has(name); turn += 1)
      name += toLetters(hash(`${turn} ${groupId} ${account}`));
    taken.add(name);
    names.set(account, name);
  }
  return names;
}

function toLetters(value: number): string {
  let rest = value;
  return Array.from({ length: letters }, () => {
    const letter = alphabet[rest % alphabet.length] ?? "";
    rest = Math.floor(rest / alphabet.length);
    return letter;
  }).join("");
}

/** FNV-1a with a last stir: spread evenly, no secret. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}

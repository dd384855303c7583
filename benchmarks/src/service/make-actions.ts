import { createRandom } from "../stats/random.ts";

const kinds = ["post", "reply", "repost", "like", "follow"] as const;
const kindShares = [0.2, 0.2, 0.2, 0.35, 0.05] as const;
const syllables = "的一是不了人我在有他这为之大来以个中上们到说国和地也子时道出而要于就下得可你年生".split("");
const accounts = 200_000;
const objects = 400_000;

/**
 * Lines of NDJSON about actions that resemble a busy community's: long-tailed accounts and objects, a fifth posts of 20 to 120
 * characters of their own. Cheap to make, so that the client leaves the cores to the service. Ids rise and never repeat.
 */
export function createActionMaker(seed: number): (count: number, at: number) => string {
  const random = createRandom(seed);
  let next = 0;
  const pick = (size: number): number => Math.floor(size * random() ** 3);
  const text = (): string => {
    let made = "";
    const length = 20 + Math.floor(random() * 100);
    while (made.length < length) made += syllables[Math.floor(random() * syllables.length)];
    return made;
  };
  const kind = (): (typeof kinds)[number] => {
    let left = random();
    return kinds.find((_, i) => (left -= kindShares[i] ?? 0) < 0) ?? "like";
  };
  const one = (at: number): string => {
    next += 1;
    const account = pick(accounts);
    const what = kind();
    const isWritten = what === "post" || what === "reply";
    const object =
      what === "follow" ? { kind: "account", id: `u${pick(accounts)}` } : { kind: "post", id: `p${pick(objects)}` };
    return JSON.stringify({
      id: `${seed}-${next}`,
      at,
      account: `u${account}`,
      kind: what,
      ...(isWritten && { text: text() }),
      objects: what === "post" ? [] : [object],
      network: { address: `10.${account & 255}.${(account >> 8) & 255}.7` },
      device: `d${account}`,
    });
  };
  return (count, at) => {
    let lines = "";
    for (let i = 0; i < count; i++) lines += `${one(at)}\n`;
    return lines;
  };
}

export type Piece = { readonly text: string; readonly isSame: boolean };

/** Tokens beyond these are not compared: the table grows with their product. */
const tokensMax = 400;

/**
 * The pieces of `text`, marked by whether they stand in `model` too: longest common subsequence over words, and over
 * single characters of scripts that part no words. Joined, the pieces are `text`. Cost: the product of the tokens.
 */
export function diffTexts(model: string, text: string): readonly Piece[] {
  const [from, to] = [tokens(model), tokens(text)];
  const kept = keptTokens(from, to);
  const pieces: { text: string; isSame: boolean }[] = [];
  to.forEach((token, index) => {
    const last = pieces.at(-1);
    const isSame = kept.has(index);
    if (last !== undefined && last.isSame === isSame) last.text += token;
    else pieces.push({ text: token, isSame });
  });
  return pieces;
}

function tokens(text: string): readonly string[] {
  return text.match(/[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}]+|\s+|./gsu)?.slice(0, tokensMax) ?? [];
}

/** Indices of `to` that lie on one longest common subsequence with `from`. */
function keptTokens(from: readonly string[], to: readonly string[]): ReadonlySet<number> {
  const width = to.length + 1;
  const longest = new Uint16Array((from.length + 1) * width);
  for (let a = from.length - 1; a >= 0; a--) {
    for (let b = to.length - 1; b >= 0; b--) {
      const [below, right] = [longest[(a + 1) * width + b] ?? 0, longest[a * width + b + 1] ?? 0];
      const both = (longest[(a + 1) * width + b + 1] ?? 0) + 1;
      longest[a * width + b] = from[a] === to[b] ? both : Math.max(below, right);
    }
  }
  const kept = new Set<number>();
  for (let a = 0, b = 0; a < from.length && b < to.length;) {
    if (from[a] === to[b]) {
      kept.add(b);
      a++;
      b++;
    } else if ((longest[(a + 1) * width + b] ?? 0) >= (longest[a * width + b + 1] ?? 0)) a++;
    else b++;
  }
  return kept;
}

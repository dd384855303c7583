const candidates = [",", "\t", ";", "|"] as const;
const linesTried = 30;

/**
 * The delimiter of a table, from the first lines of it: the one that cuts most lines into as many cells as the first,
 * and into the most cells among those. Comma where nothing cuts. Quoted stretches are left out of the count.
 */
export function detectDelimiter(head: string): string {
  const lines = head.split(/\r?\n/).filter((line) => line !== "");
  const whole = lines.slice(0, Math.max(1, Math.min(linesTried, lines.length - 1)));
  let best = ",";
  let bestScore = 0;
  for (const delimiter of candidates) {
    const counts = whole.map((line) => countOutsideQuotes(line, delimiter));
    const first = counts[0] ?? 0;
    if (first === 0) continue;
    const agreeing = counts.filter((count) => count === first).length / counts.length;
    const score = agreeing * 1000 + Math.min(first, 900);
    if (score > bestScore) {
      best = delimiter;
      bestScore = score;
    }
  }
  return best;
}

function countOutsideQuotes(line: string, delimiter: string): number {
  let count = 0;
  let quoted = false;
  for (const character of line) {
    if (character === '"') quoted = !quoted;
    else if (character === delimiter && !quoted) count++;
  }
  return count;
}

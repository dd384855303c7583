export type SizedCell = { readonly word: string; readonly size: number };

export type Grouped = {
  readonly kept: readonly SizedCell[];
  readonly grouped: { readonly words: readonly string[]; readonly size: number } | null;
};

/** Under this a cell is told together with others: few people might be known by it. */
export const cellLeast = 10;

/**
 * Cells under ten become one. The next smallest join them until the group has ten, and until there are two cells in it: a single cell
 * could be read off the total. Kept cells are ordered by size, then by word. Empty cells are left out.
 */
export function groupSmall(cells: readonly SizedCell[]): Grouped {
  const rising = cells.filter(({ size }) => size > 0).sort((a, b) => a.size - b.size || (a.word < b.word ? -1 : 1));
  const small = rising.filter(({ size }) => size < cellLeast);
  if (small.length === 0) return { kept: rising.toReversed().sort(bySize), grouped: null };
  const joined = [...small];
  let size = small.reduce((sum, cell) => sum + cell.size, 0);
  for (const cell of rising.slice(small.length)) {
    if (size >= cellLeast && joined.length > 1) break;
    joined.push(cell);
    size += cell.size;
  }
  return {
    kept: rising.slice(joined.length).sort(bySize),
    grouped: { words: joined.map(({ word }) => word), size },
  };
}

function bySize(a: SizedCell, b: SizedCell): number {
  return b.size - a.size || (a.word < b.word ? -1 : 1);
}

import { z } from "zod";

const month = z
  .string()
  .regex(/^\d{4}-(?:0[1-9]|1[0-2])$/)
  .optional()
  .catch(undefined);

/** Which months, and which figure is shown by month. */
export const figuresSearch = z.object({
  from: month,
  to: month,
  month: z.string().max(64).optional().catch(undefined),
});
export type FiguresSearch = z.infer<typeof figuresSearch>;

/** The months from one to another, both included. */
export function listMonths(first: string, last: string): readonly string[] {
  const [begin, end] = [toIndex(first), toIndex(last)];
  return Array.from({ length: Math.max(0, end - begin + 1) }, (_, i) => toMonth(begin + i));
}

/** The start of a month, UTC, ms since 1970. */
export function toInstant(month: string): number {
  const index = toIndex(month);
  return Date.UTC(Math.floor(index / 12), index % 12);
}

function toIndex(month: string): number {
  const [year, number] = month.split("-").map(Number);
  return (year ?? 0) * 12 + (number ?? 1) - 1;
}

function toMonth(index: number): string {
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, "0")}`;
}

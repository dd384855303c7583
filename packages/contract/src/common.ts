import { z } from "zod";

/** Milliseconds since 1970 UTC. */
export const instant = z.int().min(0).max(4_102_444_800_000);
/** An id of this service or of the platform: opaque, never a network address. */
export const id = z.string().min(1).max(512);
export const language = z.enum(["en", "zh-Hans"]);

export const pageQuery = z.strictObject({
  /** What `nextCursor` said; left out for the first page. */
  cursor: z.string().max(512).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

/** A page of a list. `nextCursor` is null on the last one. */
export function pageOf<T extends z.ZodType>(
  item: T,
): z.ZodObject<{ items: z.ZodArray<T>; nextCursor: z.ZodNullable<z.ZodString> }> {
  return z.object({ items: z.array(item), nextCursor: z.string().nullable() });
}

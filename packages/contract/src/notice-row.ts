import { z } from "zod";
import type { Scope } from "./access.ts";

export type NoticeRow = {
  /** What a caller must be allowed to read before it is sent this kind. */
  readonly scope: Scope;
  readonly en: string;
  readonly zh: string;
  /** All that the notice says: opaque ids and facts, nothing personal, no text that somebody wrote. Other members are not sent. */
  readonly data: z.ZodObject;
};

export const count: z.ZodInt = z.int().min(0);
export const version: z.ZodInt = z.int().min(1);
export const word: z.ZodString = z.string().max(64);

export const row = <Shape extends z.core.$ZodLooseShape>(
  scope: Scope,
  words: readonly [en: string, zh: string],
  shape: Shape,
): { readonly scope: Scope; readonly en: string; readonly zh: string; readonly data: z.ZodObject<Shape> } => ({
  scope,
  en: words[0],
  zh: words[1],
  data: z.object(shape),
});

import { z } from "zod";
import { id, instant } from "../../common.ts";
import { availability } from "../leads.ts";

/** An account, item or other thing, by a short id without spaces: never an address. */
export const refId = z.string().regex(/^[A-Za-z0-9_.:~-]{1,200}$/);
/** What somebody writes, or wrote: a sentence or a few. */
export const words = z.string().min(1).max(5_000);
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** A person of the staff; null where the caller may not know who it was (see `hidden`). */
export const personId = id.nullable();

/** What is left out of a view for this caller, and why. */
export const hiddenPart = z
  .object({
    /** `people`, `proposal`, `findings`. */
    what: z.string(),
    why: z.string(),
  })
  .meta({ id: "HiddenPart" });

export const deadline = z.object({ what: z.string(), dueAt: instant }).meta({ id: "Deadline" });

export const happening = z
  .object({
    /** The event's name in casework. */
    kind: z.string(),
    at: instant,
    /** The role in which it was done. */
    as: z.string(),
    /** Who, among the staff; null for everybody else, and where the caller may not know. */
    by: personId,
    /** The reason or statement that was given with it; null where there is none. */
    note: z.string().nullable(),
    /** Its entry in the ledger; null until the ledger holds it. */
    entry: z.int().min(0).nullable(),
  })
  .meta({ id: "Happening" });

/** A clock that runs towards a limit and stands still only for a stated reason. */
export const clock = z
  .object({
    what: z.enum(["first_action", "handling"]),
    /** Time that counted: without the pauses. */
    runMs: z.int().min(0),
    pausedMs: z.int().min(0),
    /** Null while it stands still, and where there is no limit. */
    dueAt: instant.nullable(),
    pausedFor: z.enum(["waiting_partner", "hearing"]).nullable(),
    isOverdue: z.boolean(),
  })
  .meta({ id: "Clock" });

/** Of every line and view: rises with each change, and is the ETag. */
export const version = z.int().min(1);

/** Members of every object's view. */
export const viewParts = {
  hidden: z.array(hiddenPart),
  deadlines: z.array(deadline),
  /** Oldest first, the newest 500. */
  history: z.array(happening),
} as const;

/** Whether each command is open to the caller; the names are those of the bodies' `kind`. */
export function commandsOf<const K extends string>(
  kinds: readonly K[],
): z.ZodObject<{ [N in K]: typeof availability }> {
  const shape = Object.fromEntries(kinds.map((kind) => [kind, availability]));
  return z.object(shape as { [N in K]: typeof availability });
}

/** One word or several of a list, with commas between them. */
export function oneOrMore<T extends z.ZodType<unknown, string>>(
  one: T,
): z.ZodOptional<z.ZodPipe<z.ZodTransform<string[], string>, z.ZodArray<T>>> {
  const split = z
    .string()
    .max(400)
    .transform((text) => text.split(","));
  return split.pipe(z.array(one).min(1)).optional() as never;
}

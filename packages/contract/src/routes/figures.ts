import { z } from "zod";
import { defineRoute, type Route } from "../route.ts";

/** A month, UTC: figures are told by whole months. */
const month = z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/);
const count = z.int();
const bound = z.number().min(0).max(1);
const hours = z.number().min(0).nullable();

const counted = { count };
/** 95% by Wilson; null where there was nothing to take a share of. */
const shared = { hits: count, of: count, share: bound.nullable(), low: bound, high: bound };
/** In hours; null where fewer than ten are in it. */
const timed = { count, medianHours: hours, p90Hours: hours };

const by = <Shape extends z.core.$ZodLooseShape>(cell: Shape) =>
  z.array(
    z.object({
      dimension: z.string(),
      cells: z.array(z.object({ ...cell, word: z.string() })),
      /** Cells under ten, told as one; `words`: how many. */
      grouped: z.object({ ...cell, words: count }).nullable(),
    }),
  );

/** `zero`: must be 0. `stock`: how many there are at the end of the period. */
const figure = z
  .discriminatedUnion("kind", [
    z.object({ key: z.string(), kind: z.literal("count"), ...counted, by: by(counted) }),
    z.object({ key: z.string(), kind: z.literal("zero"), ...counted, by: by(counted) }),
    z.object({ key: z.string(), kind: z.literal("stock"), ...counted }),
    z.object({ key: z.string(), kind: z.literal("share"), ...shared, by: by(shared) }),
    z.object({ key: z.string(), kind: z.literal("time"), ...timed, by: by(timed) }),
  ])
  .meta({ id: "Figure" });

export const figures = z
  .object({
    /** Rises when a definition changes. */
    version: z.literal(1),
    period: z.object({ from: month.nullable(), to: month.nullable() }),
    span: z.object({ first: month, last: month }).nullable(),
    newest: z.number().nullable(),
    figures: z.array(figure),
    /** How many events of casework were counted. */
    events: count,
  })
  .meta({ id: "Figures" });

export const getFigures = defineRoute({
  id: "getFigures",
  method: "GET",
  path: "/v1/figures",
  access: "figures:read",
  summary:
    "The published figures of whole months, as the ledger's clear facts give them. Definitions: docs/figures.md.",
  tag: "figures",
  query: z.strictObject({
    /** First month; left out: the first that there is. */
    from: month.optional(),
    /** Last month, itself included; left out: the last that there is. */
    to: month.optional(),
  }),
  status: 200,
  response: figures,
});

export const figuresRoutes: readonly Route[] = [getFigures];

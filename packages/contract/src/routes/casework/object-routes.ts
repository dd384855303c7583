import { z } from "zod";
import type { Scope } from "../../access.ts";
import { id, pageOf, pageQuery } from "../../common.ts";
import type { Route } from "../../route.ts";

export const objectParams = z.object({ id });

/** What a command on something that is there may be refused with. */
export const commandErrors = ["not_found", "refused", "precondition_required", "precondition_failed"] as const;

type Spec<Line extends z.ZodType, View extends z.ZodType, Command extends z.ZodType, Query extends z.ZodObject> = {
  /** In ids: `Case`, `Cases`. */
  readonly one: string;
  readonly many: string;
  /** In sentences: `a case`. */
  readonly noun: string;
  readonly path: string;
  readonly tag: string;
  readonly read: Scope;
  readonly write: Scope;
  readonly query: Query;
  readonly line: Line;
  readonly view: View;
  readonly command: Command;
  readonly bodyBytesMax?: number;
};

export type ListRoute<Line extends z.ZodType, Query extends z.ZodObject> = Route & {
  readonly query: Query;
  readonly response: ReturnType<typeof pageOf<Line>>;
};
export type ReadRoute<View extends z.ZodType> = Route & {
  readonly params: typeof objectParams;
  readonly response: View;
};
export type CommandRoute<Command extends z.ZodType, View extends z.ZodType> = ReadRoute<View> & {
  readonly body: Command;
};

/**
 * The one way in which people work on an object of casework: list it, read it with what they may do and why not, and give it a command
 * under the version that they saw. The answer to a command is the object after it.
 */
export function defineObjectRoutes<
  Line extends z.ZodType,
  View extends z.ZodType,
  Command extends z.ZodType,
  Query extends z.ZodObject,
>(
  spec: Spec<Line, View, Command, Query>,
): {
  readonly list: ListRoute<Line, Query>;
  readonly read: ReadRoute<View>;
  readonly command: CommandRoute<Command, View>;
} {
  const { one, many, noun, path, tag, bodyBytesMax } = spec;
  return {
    list: {
      id: `list${many}`,
      method: "GET",
      path,
      access: spec.read,
      summary: `List ${noun.replace(/^an? /, "")} objects that the caller may see.`,
      tag,
      query: spec.query,
      status: 200,
      response: pageOf(spec.line),
    },
    read: {
      id: `get${one}`,
      method: "GET",
      path: `${path}/{id}`,
      access: spec.read,
      summary: `Read ${noun}, and what the caller may do with it; who opened it is written down.`,
      tag,
      params: objectParams,
      status: 200,
      response: spec.view,
      errors: ["not_found", "refused"],
    },
    command: {
      id: `command${one}`,
      method: "POST",
      path: `${path}/{id}/commands`,
      access: spec.write,
      summary: `Give ${noun} a command, under the version that was seen.`,
      tag,
      params: objectParams,
      body: spec.command,
      status: 200,
      response: spec.view,
      errors: commandErrors,
      idempotent: true,
      ...(bodyBytesMax === undefined ? {} : { bodyBytesMax }),
    },
  };
}

/** Every list: the newest first unless it says otherwise. */
export const objectQuery = pageQuery;

import type { Route } from "@breakwater/contract";
import { z } from "zod";
import { HttpError, type Fault } from "./http-error.ts";
import type { ProblemLanguage } from "./problem.ts";

/** More are not told: one bad list would answer with thousands. */
const faultsMax = 32;
const inChinese = z.locales.zhCN().localeError;

type Part = "params" | "query" | "body";
type Issue = z.core.$ZodIssue;

/**
 * A part of a request held against its schema. Throws `invalid_request` with what was wrong, by JSON Pointers into
 * `{params, query, body}`.
 */
export function parsePart(route: Route, part: Part, value: unknown, language: () => ProblemLanguage): unknown {
  const schema = route[part];
  if (schema === undefined) return undefined;
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const told = language() === "en" ? result : schema.safeParse(value, { error: inChinese });
  const faults = (told.error ?? result.error).issues.flatMap((issue) => toFaults(issue, `/${part}`));
  throw new HttpError("invalid_request", "", { faults: faults.slice(0, faultsMax) });
}

function toFaults(issue: Issue, base: string): readonly Fault[] {
  const pointer = base + issue.path.map((step) => `/${escapeStep(String(step))}`).join("");
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => ({
      pointer: `${pointer}/${escapeStep(key.slice(0, 128))}`,
      message: issue.message,
    }));
  }
  const branch = issue.code === "invalid_union" ? findClosestBranch(issue.errors) : undefined;
  if (branch !== undefined) return branch.flatMap((inner) => toFaults(inner, pointer));
  return [{ pointer, message: issue.message }];
}

/** Of a union's branches, the one that was meant: the only one whose faults all lie inside of the value. */
function findClosestBranch(branches: readonly (readonly Issue[])[]): readonly Issue[] | undefined {
  const inside = branches.filter((issues) => issues.every(({ path }) => path.length > 0));
  return inside.length === 1 ? inside[0] : undefined;
}

/** RFC 6901. */
function escapeStep(step: string): string {
  return step.replaceAll("~", "~0").replaceAll("/", "~1");
}

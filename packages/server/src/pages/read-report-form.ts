import { reportCategories } from "@breakwater/contract";
import { createHash } from "node:crypto";
import { listMissingFields } from "@breakwater/casework";
import type { CompletedReport } from "../casework/reports/complete-report.ts";
import { anonymousCategory, type WrittenReport } from "../casework/reports/submit-report.ts";
import { limits } from "./limits.ts";

type Values = Readonly<Record<string, string>>;
export type PublicReport = Omit<WrittenReport, "account" | "source" | "via">;

export const reportFields = ["category", "location", "reasons", "name", "email", "inGoodFaith"] as const;

/** A report as the form has it, or the names of the fields that lack something. */
export function readReport(
  values: Values,
): { readonly report: PublicReport } | { readonly missing: readonly string[] } {
  const of = (name: (typeof reportFields)[number]): string => (values[name] ?? "").trim();
  const category = reportCategories.find((known) => known === of("category"));
  const parts = {
    reasons: of("reasons"),
    location: of("location"),
    name: of("name"),
    email: of("email"),
    inGoodFaith: of("inGoodFaith") === "yes",
  };
  const missing = listMissingFields({ ...parts, mayBeAnonymous: category === anonymousCategory });
  if (category === undefined) return { missing: ["category", ...missing] };
  if (missing.length > 0) return { missing };
  return { report: { ...parts, category, refs: [], object: toObject(parts.location) } };
}

export function isTooLong(values: Values): boolean {
  const max: Readonly<Record<string, number>> = { reasons: limits.reasonsMax, location: limits.locationMax };
  return Object.entries(values).some(([name, value]) => value.length > (max[name] ?? 320));
}

/** What a returned report lacked; fields that were left empty stay as they were. */
export function toCompletedReport(values: Values): CompletedReport {
  const names = ["reasons", "location", "name", "email"] as const;
  const given = names.flatMap((name) => {
    const value = values[name]?.trim() ?? "";
    return value === "" ? [] : [[name, value] as const];
  });
  return { ...Object.fromEntries(given), ...(values["inGoodFaith"] === "yes" ? { inGoodFaith: true } : {}) };
}

/**
 * What a report is about, as casework names things: by an id. An address is no id, and may say more than one should; a hash of it joins reports about the
 * same address, and the address itself stands sealed in the report.
 */
function toObject(location: string): WrittenReport["object"] {
  const isId = /^[A-Za-z0-9_.:~-]{1,200}$/.test(location);
  if (isId) return { kind: "post", id: location };
  return { kind: "url", id: `address.${createHash("sha256").update(location).digest("hex").slice(0, 32)}` };
}

import { listMissingFields, type NoticeForm } from "@breakwater/casework";

/** What a person wrote, and who they are: sealed apart from each other, because fewer may know who they are. */
export type ReportWords = { readonly reasons: string; readonly location: string };
export type ReporterIdentity = { readonly name: string; readonly email: string };

/** Stands in events where something was given; what was given stands sealed with the report. */
const given = "@sealed";

/**
 * The notice as casework's events keep it: which parts were given, and none of them. It lacks exactly what the notice itself lacks, so that
 * every rule about completeness holds for it.
 */
export function sealNotice(form: NoticeForm): NoticeForm {
  const missing = new Set(listMissingFields({ ...form, mayBeAnonymous: false }));
  const toMark = (field: "reasons" | "location" | "name" | "email"): string => (missing.has(field) ? "" : given);
  return {
    reasons: toMark("reasons"),
    location: toMark("location"),
    name: toMark("name"),
    email: toMark("email"),
    inGoodFaith: form.inGoodFaith,
    mayBeAnonymous: form.mayBeAnonymous,
  };
}

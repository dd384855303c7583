import { entryVerbs, findNextStep, findRefusal, listObstacles, type EntryVerb } from "@breakwater/claims";
import type { claim } from "@breakwater/contract";
import type { z } from "zod";
import type { ProblemLanguage } from "../../http/problem.ts";
import type { Caller } from "../../http/route.ts";
import { getClaimRefusalWords, type ClaimRefusal } from "../desk/refusal-words.ts";
import type { ClaimHead } from "../store/claim-store.ts";

type WireClaim = z.input<typeof claim>;
type Availability = WireClaim["commands"][EntryVerb];

/** An entry as the caller sees it: where it stands, what it waits for, and which commands are open to them. */
export function toWireClaim(
  head: ClaimHead,
  { caller, language }: { readonly caller: Caller; readonly language: ProblemLanguage },
): WireClaim {
  const { id, version, inForceVersion, latest, inForce } = head;
  const next = findNextStep(latest.entry);
  const commands = entryVerbs.map((verb) => [verb, toAvailability(findVerbRefusal(head, verb, caller), language)]);
  return {
    id,
    version,
    changedAt: latest.at,
    changedBy: latest.by,
    entry: latest.entry as WireClaim["entry"],
    inForceVersion,
    obstacles: [...listObstacles(inForce.entry, { trustImports: false })],
    next: next === null ? null : { step: next.kind, people: next.people, notBy: [...next.notBy], gaps: [...next.gaps] },
    commands: Object.fromEntries(commands) as WireClaim["commands"],
  };
}

/** The id of a caller who may make determinations: an editor; null for everybody else. Tokens of machines make none. */
export function findEditor(caller: Caller): string | null {
  return caller.kind === "person" && caller.roles.includes("editor") ? caller.id : null;
}

function findVerbRefusal({ latest, inForce }: ClaimHead, verb: EntryVerb, caller: Caller): ClaimRefusal | null {
  const editor = findEditor(caller);
  if (editor === null) return "not_an_editor";
  return findRefusal({ versions: latest === inForce ? [latest] : [inForce, latest] }, verb, editor);
}

function toAvailability(code: ClaimRefusal | null, language: ProblemLanguage): Availability {
  if (code === null) return { enabled: true };
  return { enabled: false, code, about: [], ...getClaimRefusalWords(code, language) };
}

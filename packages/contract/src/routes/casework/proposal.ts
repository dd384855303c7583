import { z } from "zod";
import { id, instant } from "../../common.ts";
import { refId, words } from "./parts.ts";

export const findingRoles = [
  "bystander",
  "amplifier_unpaid",
  "amplifier_paid_or_automated",
  "operator",
  "organiser",
  "funder",
  "unknown",
] as const;
export const grades = ["minor", "moderate", "serious", "critical"] as const;
export const severityFactors = [
  "harm_to_persons",
  "deception",
  "scale",
  "persistence",
  "vulnerable_target",
  "commercial_benefit",
] as const;
export const measureTypes = [
  "nudge",
  "warning",
  "label",
  "correct_counts",
  "restrict_interaction",
  "disable_item",
  "remove_item",
  "hold_payout",
  "end_monetisation",
  "mute",
  "suspend",
  "terminate",
  "register",
] as const;
export const noActionReasons = [
  "authentic_coordination",
  "no_violation",
  "insufficient_evidence",
  "opinion",
  "corrected_by_author",
  "already_decided",
] as const;

export const findingRole = z.enum(findingRoles).meta({ id: "FindingRole" });
export const grade = z.enum(grades).meta({ id: "Grade" });

const target = z.strictObject({ kind: z.enum(["item", "account"]), id: refId });
/** Milliseconds; null: until it is taken back, with a review. The ladder says what each measure allows. */
const durationMs = z.int().min(0).nullable();

/** A measure as it is proposed: its id is given by the server. */
export const plannedMeasure = z
  .strictObject({
    type: z.enum(measureTypes),
    target,
    durationMs,
    /** Accounts whose counts change; asked of `correct_counts` alone. */
    accountsAffected: z.int().min(0).exactOptional(),
  })
  .meta({ id: "PlannedMeasure" });

/** What a person writes for the statement of reasons; everything else is composed from the record. */
export const statementDraft = z
  .strictObject({
    ground: z.enum(["illegal", "incompatible"]),
    /** The law, or the clause of the terms. */
    groundName: words,
    explanation: words,
    groundUrl: z.string().max(500).exactOptional(),
    facts: words,
    category: z.string().max(100),
    keywords: z.array(z.string().max(100)).max(20).exactOptional(),
    contentTypes: z.array(z.string().max(100)).min(1).max(10),
    contentTypeOther: z.string().max(500).exactOptional(),
    contentLanguage: z.string().max(10).exactOptional(),
    /** Day of the item; for a measure on an account the day on which it was created. */
    contentDate: instant,
    accountType: z.string().max(100).exactOptional(),
    territories: z.array(z.string().max(2)).max(40).exactOptional(),
  })
  .meta({ id: "StatementDraft" });

/** The rule that was broken, in the version then in force. */
export const ruleVersion = z.strictObject({ id: refId, version: z.string().min(1).max(64) });

/** What is proposed for one account: its decision, statement and appeal will be its own. */
export const proposedItem = z
  .strictObject({
    account: refId,
    rule: ruleVersion,
    measures: z.array(plannedMeasure).min(1).max(10),
    draft: statementDraft,
    alternatives: words,
    /** Why a lower measure would not do. */
    proportionality: words,
    /** Where the harm is commercial and money is left alone while the account is not: why. */
    whyNotMoneyFirst: words.nullable().default(null),
    /** Strikes, by measure, that the choice of level rests on. */
    strikesReliedOn: z.array(id).max(50).default([]),
    /** The published determination that a decision about a false claim rests on. */
    determination: id.nullable().default(null),
    /** The decision on the same account that this one replaces, after a reopening. */
    supersedes: id.nullable().default(null),
  })
  .meta({ id: "ProposedItem" });

export const proposalBody = {
  items: z.array(proposedItem).min(1).max(200),
  /** P0 alone: one person may take down an item for a day. */
  emergency: z.boolean().default(false),
  /** Why accounts were not heard, where notice would defeat the measure; null when all were. */
  hearingSkipped: words.nullable().default(null),
} as const;

/** A statement of reasons in the words of the DSA Transparency Database. */
export const statementFields = z
  .record(z.string(), z.union([z.string(), z.array(z.string()), z.record(z.string(), z.string())]))
  .meta({ id: "StatementFields" });

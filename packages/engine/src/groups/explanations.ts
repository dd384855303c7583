import type { Explanation, Group } from "../contract/findings.ts";
import type { DescribeContext, GroupDraft } from "./draft.ts";
import { windowOf } from "./in-step-objects.ts";

/** What is described of a group before its explanations. */
export type Described = Omit<Group, "explanations" | "quotes">;

/**
 * The honest readings that were weighed, each with the numbers that speak for or against it. They change no test: they
 * tell the person who decides what else the same evidence could be.
 */
export function weighExplanations(
  group: Described,
  draft: GroupDraft,
  context: DescribeContext,
): readonly Explanation[] {
  return [
    weighNews(draft),
    weighShareButton(group, context),
    weighPetition(group),
    weighNetwork(group),
    weighSchedule(group),
    weighSyndication(draft),
    weighSource(group),
  ];
}

/** News draws everybody: then many outsiders fall into the members' windows too. */
function weighNews(draft: GroupDraft): Explanation {
  const rates = draft.objects.map((object) => windowOf(object).rate);
  const outsidersInWindow = mean(rates);
  return {
    kind: "breaking_news",
    fits: outsidersInWindow > 0.5 ? "well" : outsidersInWindow > 0.2 ? "partly" : "poorly",
    reason: "outsiders_in_window",
    numbers: { outsidersInWindow },
  };
}

/** A share button gives everybody the same words: then most users of the samples are outside the group. */
function weighShareButton(group: Described, context: DescribeContext): Explanation {
  if (group.samples.length === 0) return { kind: "share_button", fits: "unknown", reason: "no_text", numbers: {} };
  const { samples, table, usersOfSample } = context;
  const users = new Map<string, number>();
  samples.representative.forEach((text, sample) => users.set(table.texts.raw[text], usersOfSample[sample]));
  const outsiders = mean(
    group.samples.map(
      (sample) => 1 - sample.accounts / Math.max(sample.accounts, users.get(sample.representative) ?? 0),
    ),
  );
  return {
    kind: "share_button",
    fits: outsiders > 0.7 ? "well" : outsiders > 0.3 ? "partly" : "poorly",
    reason: "outsiders_using_the_same_text",
    numbers: { outsiders },
  };
}

/** A petition or fans are coordinated and authentic: nothing inauthentic is significant. */
function weighPetition(group: Described): Explanation {
  const significant = group.inauthentic.filter((signal) => signal.significant).length;
  const tested = group.inauthentic.length;
  if (tested === 0)
    return { kind: "petition_or_fans", fits: "unknown", reason: "authenticity_not_tested", numbers: {} };
  return {
    kind: "petition_or_fans",
    fits: significant === 0 ? "well" : "poorly",
    reason: "inauthentic_families_significant",
    numbers: { significant, tested },
  };
}

/** One school, office or carrier: then few networks, but ordinary devices and creation days. */
function weighNetwork(group: Described): Explanation {
  const effective = group.concentration.find((one) => one.trait === "prefix");
  if (effective === undefined) return { kind: "shared_network", fits: "unknown", reason: "no_network", numbers: {} };
  const ratio = effective.effective / Math.max(1, effective.effectiveExpected);
  const others = group.concentration.filter((one) => one.trait === "device" || one.trait === "creation_day");
  const isOtherwiseOrdinary = others.every((one) => one.effective > 0.7 * one.effectiveExpected);
  return {
    kind: "shared_network",
    fits: ratio < 0.5 && isOtherwiseOrdinary ? "partly" : "poorly",
    reason: "effective_prefixes_against_population",
    numbers: { effective: effective.effective, expected: effective.effectiveExpected },
  };
}

/** Scheduled posts keep the clock, and say so by one client. */
function weighSchedule(group: Described): Explanation {
  const automation = group.inauthentic.find((signal) => signal.family === "automation");
  if (automation === undefined)
    return { kind: "scheduled_posting", fits: "unknown", reason: "rhythm_not_tested", numbers: {} };
  return {
    kind: "scheduled_posting",
    fits: automation.significant ? "partly" : "poorly",
    reason: "machine_rhythm",
    numbers: { observed: automation.observed, expected: automation.expected },
  };
}

/** Pages of one house republish each other within seconds: then the group fills its objects alone. */
function weighSyndication(draft: GroupDraft): Explanation {
  const alone = mean(draft.objects.map((object) => object.rows.length / windowOf(object).accounts));
  return {
    kind: "syndication",
    fits: alone > 0.8 ? "partly" : "poorly",
    reason: "members_among_all_on_the_objects",
    numbers: { alone },
  };
}

/** Somebody who is always first is being copied, which is never evidence against her. */
function weighSource(group: Described): Explanation {
  const sources = group.accounts.filter((account) => account.role === "source").length;
  return {
    kind: "copied_source",
    fits: sources > 0 ? "well" : "poorly",
    reason: "accounts_first_nearly_always",
    numbers: { sources },
  };
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

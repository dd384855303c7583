import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findingRoles } from "../ladder/finding-roles.ts";
import { grades } from "../ladder/grades.ts";
import { measureTypes } from "../ladder/measure-types.ts";
import { roles } from "../kernel/actor.ts";
import { draft, measureOf } from "../testing/pieces.ts";
import { monday } from "../testing/people.ts";
import { deriveAutomation, type Act } from "./automation.ts";
import { composeStatement, type StatementInput } from "./compose-statement.ts";
import { composeFacts, tellFacts } from "./found-facts.ts";
import { renderPublicStatement } from "./render-public.ts";
import type { StatementFields } from "./statement-fields.ts";
import { statementFieldNames, statementRules } from "./statement-rules.ts";
import { dropExcluded, listStatementFaults, type StatementFault } from "./validate-statement.ts";
import * as vocabulary from "./vocabulary.ts";

const acts: readonly Act[] = [
  { step: "detected", as: "detector" },
  { step: "decided", as: "analyst" },
  { step: "decided", as: "approver" },
];
const input: StatementInput = {
  decision: "d-1",
  draft,
  measures: [measureOf("mute", "a1")],
  source: "own",
  acts,
  at: monday,
};
const valid = composeStatement(input) as StatementFields;
const faultsOf = (more: Readonly<Record<string, unknown>>) =>
  listStatementFaults({ ...valid, ...more } as StatementFields).map(({ field, fault }) => `${field} ${fault}`);

describe("the statement's published rules", () => {
  it("CW-100 what is composed is valid, for every measure that restricts", () => {
    for (const type of measureTypes) {
      for (const kind of ["item", "account"] as const) {
        const measure = { ...measureOf(type, "a1"), target: { kind, id: "x" } };
        const statement = composeStatement({ ...input, measures: [measure] });
        if (type === "nudge" || type === "warning") expect(statement).toBeNull();
        else expect([type, statement === null ? null : listStatementFaults(statement)]).toEqual([type, []]);
      }
    }
  });

  const rows: readonly (readonly [string, Readonly<Record<string, unknown>>, readonly string[]])[] = [
    ["as composed", {}, []],
    ["no decision at all", { decision_provision: undefined }, ["decision missing"]],
    ["an empty list is no decision", { decision_provision: undefined, decision_visibility: [] }, ["decision missing"]],
    [
      "any one of the four suffices",
      { decision_provision: undefined, decision_account: "DECISION_ACCOUNT_SUSPENDED" },
      [],
    ],
    [
      "unknown visibility",
      { decision_visibility: ["DECISION_VISIBILITY_SHADOWED"] },
      ["decision_visibility unknown_value"],
    ],
    [
      "visibility is a list",
      { decision_visibility: "DECISION_VISIBILITY_CONTENT_REMOVED" },
      ["decision_visibility type"],
    ],
    [
      "other needs words",
      { decision_visibility: ["DECISION_VISIBILITY_OTHER"] },
      ["decision_visibility_other missing"],
    ],
    ["words without other are dropped", { decision_visibility_other: "x".repeat(501) }, []],
    [
      "monetary other needs words",
      { decision_monetary: "DECISION_MONETARY_OTHER" },
      ["decision_monetary_other missing"],
    ],
    ["ground is required", { decision_ground: "" }, ["decision_ground missing"]],
    [
      "illegal needs its own fields",
      { decision_ground: "DECISION_GROUND_ILLEGAL_CONTENT" },
      ["illegal_content_legal_ground missing", "illegal_content_explanation missing"],
    ],
    ["illegal fields are dropped otherwise", { illegal_content_legal_ground: "x".repeat(501) }, []],
    ["a blank is not `not illegal`", { incompatible_content_illegal: "" }, []],
    ["Yes or No", { incompatible_content_illegal: "Maybe" }, ["incompatible_content_illegal unknown_value"]],
    ["500 characters", { incompatible_content_ground: "规".repeat(500) }, []],
    ["501 characters", { incompatible_content_ground: "规".repeat(501) }, ["incompatible_content_ground too_long"]],
    ["characters, not code units", { incompatible_content_ground: "😀".repeat(500) }, []],
    [
      "2000 characters",
      { incompatible_content_explanation: "x".repeat(2001) },
      ["incompatible_content_explanation too_long"],
    ],
    ["5000 characters", { decision_facts: "x".repeat(5001) }, ["decision_facts too_long"]],
    ["facts are required", { decision_facts: "" }, ["decision_facts missing"]],
    ["content type is required", { content_type: [] }, ["content_type missing"]],
    ["content type other needs words", { content_type: ["CONTENT_TYPE_OTHER"] }, ["content_type_other missing"]],
    ["exactly one category", { category: ["STATEMENT_CATEGORY_VIOLENCE"] }, ["category type"]],
    [
      "the old categories are gone",
      { category: "STATEMENT_CATEGORY_NON_CONSENSUAL_BEHAVIOUR" },
      ["category unknown_value"],
    ],
    ["more categories", { category_addition: ["STATEMENT_CATEGORY_VIOLENCE"] }, []],
    [
      "stalking is not accepted",
      { category_specification: ["KEYWORD_STALKING"] },
      ["category_specification unknown_value"],
    ],
    ["Greece is GR", { territorial_scope: ["GR", "NO"] }, []],
    ["not EL", { territorial_scope: ["EL"] }, ["territorial_scope unknown_value"]],
    ["not CN", { territorial_scope: ["CN"] }, ["territorial_scope unknown_value"]],
    ["languages in capitals", { content_language: "zh" }, ["content_language unknown_value"]],
    ["first content date", { content_date: "2000-01-01" }, []],
    ["before it", { content_date: "1999-12-31" }, ["content_date date"]],
    ["no such day", { content_date: "2026-02-30" }, ["content_date date"]],
    ["no time of day", { content_date: "2026-02-03 10:00:00" }, ["content_date date"]],
    ["application from 2020", { application_date: "2019-12-31" }, ["application_date date"]],
    ["to 2038", { application_date: "2038-01-02" }, ["application_date date"]],
    ["a product code", { content_id: { "EAN-13": "4006381333931" } }, []],
    ["of 13 digits", { content_id: { "EAN-13": "400638133393" } }, ["content_id unknown_value"]],
    ["and no other", { content_id: { ISBN: "4006381333931" } }, ["content_id unknown_value"]],
    ["a source is required", { source_type: undefined }, ["source_type missing"]],
    ["an identity is dropped for own initiative", { source_identity: "x".repeat(501) }, []],
    [
      "an identity of a notice",
      { source_type: "SOURCE_ARTICLE_16", source_identity: "x".repeat(501) },
      ["source_identity too_long"],
    ],
    ["automated detection", { automated_detection: true }, ["automated_detection type"]],
    ["automated decision", { automated_decision: "AUTOMATED_DECISION_NO" }, ["automated_decision unknown_value"]],
    ["a puid of letters, digits, dash and underline", { puid: "d 1" }, ["puid pattern"]],
    ["of 500", { puid: "a".repeat(501) }, ["puid too_long"]],
    [
      "a reference is an address",
      { decision_ground_reference_url: "terms 4.2" },
      ["decision_ground_reference_url url"],
    ],
  ];

  it.each(rows)("CW-101 %s", (_, more, faults) => {
    expect(faultsOf(more)).toEqual(faults);
  });

  it("CW-101 has a rule for each field of the schema, and none besides", () => {
    expect(statementFieldNames.length).toBe(35);
    expect(vocabulary.categories.length).toBe(16);
    expect(vocabulary.territories.length).toBe(30);
    expect(new Set(vocabulary.keywords).size).toBe(vocabulary.keywords.length);
    for (const word of ["KEYWORD_INAUTHENTIC_ACCOUNTS", "KEYWORD_CYBER_HARASSMENT_AGAINST_WOMEN", "KEYWORD_OTHER"]) {
      expect(vocabulary.keywords).toContain(word);
    }
  });

  it("CW-102 never throws, whatever stands in the fields, and finds the same again", () => {
    const anything = fc.dictionary(fc.constantFrom(...statementFieldNames), fc.anything());
    fc.assert(
      fc.property(anything, (more) => {
        const fields = { ...valid, ...more } as StatementFields;
        const faults: readonly StatementFault[] = listStatementFaults(fields);
        expect(listStatementFaults(fields)).toEqual(faults);
        for (const { field } of faults)
          if (field !== "decision") expect(Object.hasOwn(statementRules, field)).toBe(true);
        expect(listStatementFaults(dropExcluded(fields))).toEqual(faults);
      }),
      { seed: 102, numRuns: 500 },
    );
  });

  it("CW-103 automation is read off the acts: detected and decided apart, never typed in", () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ step: fc.constantFrom("detected", "decided"), as: fc.constantFrom(...roles) })),
        (all) => {
          const { automated_detection, automated_decision } = deriveAutomation(all as readonly Act[]);
          const machines = all.filter(({ as }) => as === "system" || as === "detector");
          expect(automated_detection === "Yes").toBe(machines.some(({ step }) => step === "detected"));
          const decided = all.filter(({ step }) => step === "decided");
          const byMachine = machines.filter(({ step }) => step === "decided").length;
          const expected = byMachine === decided.length ? "FULLY" : byMachine === 0 ? "NOT_AUTOMATED" : "PARTIALLY";
          expect(automated_decision).toBe(`AUTOMATED_DECISION_${expected}`);
        },
      ),
      { seed: 103 },
    );
    expect(valid).toMatchObject({ automated_detection: "Yes", automated_decision: "AUTOMATED_DECISION_NOT_AUTOMATED" });
  });

  it("CW-100 the facts carry what was found, whoever wrote them", () => {
    const found = { role: "amplifier_unpaid", grade: "serious", evidence: 3, own: 2 } as const;
    const statement = composeStatement({ ...input, found });
    expect(statement?.decision_facts).toBe(
      `${draft.facts}\n\nFound: role amplifier unpaid, gravity serious; evidence 3, of which 2 about this account alone.`,
    );
  });

  it("CW-100 what was found is told in the reader's language, and what somebody wrote as they wrote it", () => {
    const texts = fc.oneof(fc.string(), fc.constant("Found: role operator, gravity high; evidence 1, of which 1."));
    const found = fc.record({
      role: fc.constantFrom(...findingRoles),
      grade: fc.constantFrom(...grades),
      evidence: fc.nat(),
      own: fc.nat(),
    });
    fc.assert(
      fc.property(texts, found, (written, facts) => {
        const composed = composeFacts(written, facts);
        expect(tellFacts(composed, "en")).toBe(composed);
        const chinese = tellFacts(composed, "zh-Hans");
        expect(chinese.startsWith(`${written}\n\n认定：`)).toBe(true);
        expect(chinese.slice(written.length)).not.toMatch(/[A-Za-z]/);
        expect(chinese).toContain(`证据 ${facts.evidence} 件，其中 ${facts.own} 件`);
        expect(tellFacts(written, "zh-Hans")).toBe(written);
      }),
      { seed: 100 },
    );
  });

  it("CW-104 the longest end of a group is told, and none where one of them has no end", () => {
    const items = [measureOf("correct_counts", "a1", "m1"), measureOf("label", "a1", "m2")];
    const endless = composeStatement({ ...input, measures: items });
    expect(endless).not.toHaveProperty("end_date_visibility_restriction");
    const bounded = items.map((measure, index) => ({ ...measure, durationMs: (index + 1) * 86_400_000 }));
    expect(composeStatement({ ...input, measures: bounded })).toMatchObject({
      end_date_visibility_restriction: "2026-03-04",
      decision_visibility: ["DECISION_VISIBILITY_CONTENT_DEMOTED", "DECISION_VISIBILITY_CONTENT_LABELLED"],
    });
  });

  it("CW-105 a termination outweighs a suspension of the same group", () => {
    for (const types of [
      ["hold_payout", "end_monetisation"],
      ["end_monetisation", "hold_payout"],
    ] as const) {
      const measures = types.map((type) => measureOf(type, "a1"));
      expect(composeStatement({ ...input, measures })).toMatchObject({
        decision_monetary: "DECISION_MONETARY_TERMINATION",
      });
    }
  });

  it("CW-121 the public statement refuses personal data, never blanks it out", () => {
    const settings = { servesEuropeanUnion: true };
    expect(renderPublicStatement(valid, settings)).toEqual({ ok: true, value: valid });
    for (const field of [
      "decision_facts",
      "incompatible_content_ground",
      "incompatible_content_explanation",
    ] as const) {
      expect(renderPublicStatement({ ...valid, [field]: "Call 138 0013 8000." }, settings)).toEqual({
        ok: false,
        refusal: { code: "personal_data_in_public_text", about: [field] },
      });
    }
    for (const url of ["https://example.org/u?id=1", "https://example.org/@li", "https://example.org/13800138000"]) {
      expect(renderPublicStatement({ ...valid, decision_ground_reference_url: url }, settings)).toMatchObject({
        ok: false,
      });
    }
    expect(renderPublicStatement({ ...valid, puid: "13800138000" }, settings)).toMatchObject({ ok: false });
    const notice = { ...valid, source_type: "SOURCE_ARTICLE_16", source_identity: "R. Reporter" };
    const shown = renderPublicStatement(notice, settings);
    expect(shown.ok && shown.value).not.toHaveProperty("source_identity");
  });

  it("CW-122 a territorial scope is published only where one applies", () => {
    const scoped = { ...valid, territorial_scope: ["DE"] };
    const inUnion = renderPublicStatement(scoped, { servesEuropeanUnion: true });
    expect(inUnion.ok && inUnion.value.territorial_scope).toEqual(["DE"]);
    const elsewhere = renderPublicStatement(scoped, { servesEuropeanUnion: false });
    expect(elsewhere.ok && elsewhere.value).not.toHaveProperty("territorial_scope");
  });
});

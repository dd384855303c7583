import { describe, expect, it } from "vitest";
import { refusalLanguages } from "../kernel/refusals.ts";
import { defaultSettings } from "../kernel/settings.ts";
import { measureTypes } from "../ladder/measure-types.ts";
import { draft, measureOf, redress } from "../testing/pieces.ts";
import { monday } from "../testing/people.ts";
import { noticeSections } from "./notice-words.ts";
import { renderNotice, shippedNotices, type NoticeInput } from "./render-notice.ts";
import { fillTemplate } from "./template.ts";

const settings = defaultSettings;
const input: NoticeInput = {
  decision: "d-1",
  measures: [measureOf("label", "a1"), measureOf("mute", "a1")],
  rule: { id: "IA-1", version: "3", text: "Accounts do not hide that one hand runs them." },
  draft,
  allegation: "On six occasions your account posted the same text as forty others within seconds.",
  evidence: 6,
  source: "reporter",
  acts: [
    { step: "detected", as: "detector" },
    { step: "decided", as: "analyst" },
    { step: "decided", as: "approver" },
  ],
  itemName: "“The bridge is closed”",
  decidedAt: monday,
  appealLink: "https://example.org/objection/4f",
  disputeBody: redress.disputeBody,
  court: redress.court,
  isPublished: true,
};

function textOf(language: string, more: Partial<NoticeInput> = {}): string {
  const notice = renderNotice({ ...input, ...more }, { languages: [language], settings });
  if (!notice.ok) expect.fail(JSON.stringify(notice.refusal));
  return notice.value.sections.map(({ heading, lines }) => [heading, ...lines].join("\n")).join("\n\n");
}

describe("the person's notice", () => {
  it("CW-110 has every part in every shipped language for every measure, without a gap", () => {
    expect(shippedNotices.map(({ language }) => language)).toEqual(refusalLanguages);
    for (const { language } of shippedNotices) {
      for (const type of measureTypes) {
        const measures = [measureOf(type, "a1")];
        const notice = renderNotice({ ...input, measures }, { languages: [language], settings });
        if (!notice.ok) expect.fail(JSON.stringify(notice.refusal));
        expect(notice.value.sections.map(({ id }) => id)).toEqual(noticeSections);
        for (const { lines } of notice.value.sections) {
          expect(lines.length).toBeGreaterThan(0);
          for (const line of lines) expect(line).not.toMatch(/^$|[{}]|undefined/);
        }
      }
    }
  });

  it("CW-111 tells rule, version, facts, machines, origin, end, appeal and courts", () => {
    const text = textOf("en");
    const told = [
      "IA-1, version 3",
      "On six occasions",
      "A program noticed it first.",
      "People decided it.",
      "We do not say who.",
      "Until 2026-03-03.",
      "no fixed end; we look at it again by 2027-03-02",
      "until 2026-09-02",
      "within 7 days",
      "https://example.org/objection/4f",
      redress.court,
      "2026-02-20",
    ];
    for (const part of told) expect(text).toContain(part);
    const zh = textOf("zh-Hans");
    for (const part of ["IA-1，版本 3", "最先由程序发现", "由人作出决定", "2026-09-02", "7 天"])
      expect(zh).toContain(part);
  });

  it("CW-112 uses no word of blame, and names nobody who reported", () => {
    for (const { language } of shippedNotices) {
      expect(textOf(language)).not.toMatch(
        /guilty|offender|culprit|malicious|\bbot\b|rob|水军|造谣者|违法者|处罚|恶意/i,
      );
    }
  });

  it("CW-113 is not rendered with a gap, nor in a language that nobody wrote", () => {
    const gap = renderNotice({ ...input, appealLink: " " }, { languages: ["en"], settings });
    expect(gap).toEqual({ ok: false, refusal: { code: "template_gap", about: ["appeal.link"] } });
    const none = renderNotice(input, { languages: ["fr"], settings });
    expect(none).toMatchObject({ refusal: { code: "language_missing" } });
    const second = renderNotice(input, { languages: ["fr", "zh-Hans", "en"], settings });
    expect(second.ok && second.value.language).toBe("zh-Hans");
  });

  it("CW-113 takes further languages from outside", () => {
    const table = shippedNotices[0];
    if (table === undefined) expect.fail("no language ships");
    const welsh = { ...table, language: "cy", subject: "Penderfyniad am eich cyfrif" };
    const notice = renderNotice(input, { languages: ["cy"], settings, tables: [...shippedNotices, welsh] });
    expect(notice.ok && notice.value.subject).toBe("Penderfyniad am eich cyfrif");
  });

  it("CW-113 what was filled in is not looked at again", () => {
    expect(fillTemplate("{a} {b}", { a: "{b}", b: "x" })).toEqual({ ok: true, value: "{b} x" });
    expect(fillTemplate("{a} {toString}", { a: "1" })).toMatchObject({ refusal: { about: ["toString"] } });
  });
});

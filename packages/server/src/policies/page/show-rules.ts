import { grades, ruleLanguages, type RuleLanguage } from "@breakwater/casework";
import { html, type Html } from "../../access/pages/html.ts";
import { toDocument } from "../../access/pages/views/document.ts";
import type { PublicRule } from "../public-rule.ts";
import { rulesWords, type RulesWords } from "./rules-words.ts";

export const rulesPath = "/rules";

/** The page of the rules that hold, and of those that soon will. Reads without script; about 2 KB a rule. */
export function showRules(rules: readonly PublicRule[], language: RuleLanguage): string {
  const w = rulesWords[language];
  const now = rules.filter(({ status }) => status === "in_force");
  const soon = rules.filter(({ status }) => status === "published");
  const markup = toDocument({
    language,
    title: `${w.title} · Breakwater`,
    head: null,
    header: html`<p>Breakwater</p>
      <nav aria-label="${w.languages}">
        ${ruleLanguages
          .filter((other) => other !== language)
          .map(
            (other) =>
              html`<a href="${rulesPath}?lang=${other}" lang="${other}" hreflang="${other}"
                >${rulesWords[other].languageName}</a
              >`,
          )}
      </nav>`,
    main: html`<h1>${w.title}</h1>
      <p>${w.intro}</p>
      <p class="hint">${w.ladder}</p>
      ${now.length === 0 && html`<p class="notice">${w.none}</p>`} ${now.map((rule) => showRule(rule, { language, w }))}
      ${soon.length > 0 && html`<h2>${w.soon}</h2>`} ${soon.map((rule) => showRule(rule, { language, w }))}`,
    footer: html`<p><a href="/v1/policies">${w.machine}</a></p>`,
  });
  return markup.replaceAll(/\n\s+/g, "\n");
}

type Reading = { readonly language: RuleLanguage; readonly w: RulesWords };

function showRule(rule: PublicRule, { language, w }: Reading): Html {
  const { content, transition, effectiveUntil, overrides } = rule;
  const from = toDay(rule.effectiveFrom);
  const told = rule.status === "in_force" ? w.version(rule.rule.version, from) : w.holdsFrom(from);
  const list = (items: readonly Html[]): Html =>
    html`<ul>
      ${items}
    </ul>`;
  return html`<section id="${rule.rule.id}" aria-labelledby="t-${rule.rule.id}">
    <h2 id="t-${rule.rule.id}">${rule.rule.id} ${content.title[language]}</h2>
    <p>${content.text[language]}</p>
    <h3>${w.falls}</h3>
    ${list(content.falls.map((one) => html`<li>${one[language]}</li>`))}
    <h3>${w.spares}</h3>
    ${list(content.spares.map((one) => html`<li>${one[language]}</li>`))}
    <h3>${w.shows}</h3>
    ${list(content.tests.map(({ shows, behaviour }) => html`<li>${w.behaviours[behaviour]}: ${shows[language]}</li>`))}
    <p class="hint">
      ${w.measures}: ${showLadder(rule, w)} · ${w.ground[content.ground]}: ${content.groundName[language]} ·
      ${told}${effectiveUntil !== null && html`, ${w.until(toDay(effectiveUntil))}`}
    </p>
    ${transition !== null && html`<p class="hint">${w.transition}: ${transition[language]}</p>`}
    ${overrides.map((one) => html`<p class="error">${w.override}: ${one.reason} (${one.codes.join(", ")})</p>`)}
  </section>`;
}

function showLadder({ content }: PublicRule, w: RulesWords): string {
  return grades
    .map((grade) => {
      const levels = content.ladder[grade];
      return `${w.grades[grade]} ${levels.length === 0 ? w.nothing : w.upTo(Math.max(...levels))}`;
    })
    .join(", ");
}

function toDay(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

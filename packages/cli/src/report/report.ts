import { basename } from "node:path";
import { createHash } from "node:crypto";
import type { Analysis } from "../analysis.ts";
import { say } from "../words/catalogue.ts";
import type { Lang } from "../words/phrase.ts";
import { axesPicture } from "./axes-picture.ts";
import { burstsPart } from "./bursts.ts";
import { caps } from "./caps.ts";
import { groupArticle } from "./group.ts";
import { groupsTable } from "./groups-table.ts";
import { limitsPart } from "./limits.ts";
import { markup, plain, type Markup } from "./markup.ts";
import { runPart } from "./run.ts";
import { script } from "./script.ts";
import { styles } from "./styles.ts";
import { summaryPart } from "./summary.ts";

/**
 * The whole report as one page that loads nothing. Equal analyses give equal bytes: no clock and no chance go in.
 * Cost: bounded by `caps`, whatever was found.
 */
export function toReportHtml(analysis: Analysis, lang: Lang): string {
  return markup`<!doctype html>
<html lang="${plain(tags[lang])}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>Breakwater 防波堤</title>
<style>${trusted(styles)}</style>
</head>
<body>
${languageSwitch(lang)}
<a class="skip" href="#summary">${say("report_skip")}</a>
${masthead(analysis)}
<main>
${summaryPart(analysis)}
${groupsPart(analysis)}
${burstsPart(analysis.findings)}
${limitsPart(analysis.findings)}
${runPart(analysis)}
</main>
<footer><p>${say("footer", { version: analysis.run.version })}</p></footer>
<script>${trusted(script)}</script>
</body>
</html>
`;
}

const tags: Readonly<Record<Lang, string>> = { en: "en", zh: "zh-Hans" };

/** Nothing may be loaded; the one style and the one script are allowed by their hashes. */
const policy: Markup = markup`default-src 'none'; style-src 'sha256-${plain(toHash(styles))}'; script-src 'sha256-${plain(toHash(script))}'; base-uri 'none'; form-action 'none'`;

/** The radios stand before everything that they show or hide, so that style rules alone can follow them. */
function languageSwitch(lang: Lang): Markup {
  const choice = (value: Lang, name: string) =>
    markup`<input type="radio" name="lang" id="lang-${plain(value)}" value="${plain(tags[value])}"${value === lang ? markup` checked` : null}><label for="lang-${plain(value)}" lang="${plain(tags[value])}">${plain(name)}</label>`;
  return markup`<fieldset class="langs"><legend class="unseen">${say("report_language")}</legend>${choice("en", "English")}${choice("zh", "简体中文")}</fieldset>`;
}

function masthead({ findings, input }: Analysis): Markup {
  const links: readonly Markup[] = [
    markup`<a href="#axes">${say("axes_title")}</a>`,
    markup`<a href="#groups">${say("groups_title")}</a>`,
  ];
  const names = input.sources.map((source) => basename(source.name)).join(", ");
  return markup`<header class="masthead">
<p class="brand"><svg viewBox="0 0 48 24" aria-hidden="true"><path d="M2 17q5-9 11 0t11 0 11 0 11 0"/><path d="M2 10q5-9 11 0t11 0"/></svg><span>Breakwater</span> <span lang="zh-Hans">防波堤</span></p>
<p class="input"><bdi>${plain(names)}</bdi></p>
<nav aria-label="Contents · 目录">${findings.groups.length > 0 ? links : null}
<a href="#limits">${say("limits_title")}</a><a href="#run">${say("run_title")}</a></nav></header>`;
}

function groupsPart({ findings }: Analysis): Markup {
  const { groups, clock } = findings;
  if (groups.length === 0) return markup``;
  const detailed = groups.slice(0, caps.groupsDetailed);
  const more = groups.length - detailed.length;
  // Finer than a second nobody reads; the files have it.
  const tickMs = Math.max(1000, clock.tickMs);
  return markup`<section id="axes"><h2 id="axes-title">${say("axes_title")}</h2>
<p>${say("axes_lead")}</p><figure>${axesPicture(findings)}</figure></section>
<section id="groups"><h2>${say("groups_title")}</h2>
${groupsTable(findings)}
${detailed.map((group) => groupArticle(group, tickMs))}
${more > 0 ? markup`<p class="note">${say("more_details", { n: more })}</p>` : null}</section>`;
}

/** The page's own style and script, which stand unescaped; their hashes are in the policy. */
function trusted(source: string): Markup {
  return source as Markup;
}

function toHash(text: string): string {
  return createHash("sha256").update(text).digest("base64");
}

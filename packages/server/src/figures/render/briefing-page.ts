import type { FigureLanguage, Figures } from "@breakwater/casework";
import { html, type Html } from "../../access/pages/html.ts";
import type { CountedLedger } from "../count-ledger.ts";
import { renderFiguresBody } from "./figures-body.ts";
import { pageWords } from "./page-words.ts";

type Source = Pick<CountedLedger, "origin" | "size" | "root" | "read">;

const style =
  "body{font:1rem/1.5 system-ui,sans-serif;max-width:46rem;margin:1.5rem auto;padding:0 1rem}table{width:100%;border-collapse:collapse}th,td{text-align:start;vertical-align:baseline;padding:.3rem .5rem .3rem 0;border-bottom:1px solid #bbb}th{font-weight:600}small{font-weight:400;color:#555}figure{margin:1rem 0}";

/** One page for a briefing: figures, errors beside, definitions, method and gaps; no slogans. Stands alone, without script. */
export function renderBriefing(
  figures: Figures,
  { language, source }: { readonly language: FigureLanguage; readonly source: Source },
): string {
  const { title } = pageWords[language];
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} · ${source.origin}</title>
        <style>
          ${{ markup: style }}
        </style>
      </head>
      <body>
        <main>
          <h1>${title}</h1>
          ${renderFiguresBody(figures, { language, source: tellSource(source, language) })}
        </main>
      </body>
    </html> `.markup;
}

function tellSource(source: Source, language: FigureLanguage): Html {
  const w = pageWords[language];
  const isPart = source.read < source.size;
  return html`<p>${w.fromLedger(source)}</p>
    ${isPart && html`<p role="alert"><strong>${w.fromPart(source.read, source.size)}</strong></p>`}`;
}

import { toFiguresCsv, type FigureLanguage, type Figures, type Period } from "@breakwater/casework";
import type { FastifyPluginAsync, FastifyRequest } from "fastify";
import { html } from "../access/pages/html.ts";
import { toPage, type View } from "../access/pages/views/layout.ts";
import { chooseLanguage, readLanguage, words } from "../access/pages/words/words.ts";
import type { FigureKeeper } from "./figure-keeper.ts";
import { renderFiguresBody } from "./render/figures-body.ts";
import { pageWords } from "./render/page-words.ts";

export type FiguresPagesDeps = {
  readonly figures: FigureKeeper;
  /** Switched off, the page says that figures are withheld. */
  readonly isPublic: boolean;
  /** Milliseconds since 1970 UTC. */
  readonly now: () => number;
};

/** Nothing runs, one stylesheet is loaded, nobody frames it. */
const headers: Readonly<Record<string, string>> = {
  "content-security-policy": "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'",
  "cache-control": "public, max-age=60",
  "referrer-policy": "same-origin",
  "x-content-type-options": "nosniff",
};

/** For so long everybody gets the same answer: a page for the public must cost nothing to be asked for often. */
const keptMs = 30_000;
const keptMax = 64;

/** `/figures` for everybody, as a page, CSV and JSON. */
export function createFiguresPages(deps: FiguresPagesDeps): FastifyPluginAsync {
  const read = createKept(deps);
  return async (app) => {
    app.get("/figures", async (request, reply) => {
      void reply.headers(headers).type("text/html; charset=utf-8");
      const view = toView(request);
      const w = pageWords[view.language];
      if (!deps.isPublic) {
        return reply.header("cache-control", "no-store").send(
          toPage(view, {
            title: w.withheld,
            body: html`<p>${w.withheldWhy}</p>
              <p><a href="/v1/ledger/checkpoint">/v1/ledger/checkpoint</a></p>`,
          }),
        );
      }
      const figures = await read(toPeriod(request));
      const query = toQuery(toPeriod(request));
      const source = html`<p>
        ${w.fromService} <a href="/v1/ledger/checkpoint">/v1/ledger/checkpoint</a>. ${w.data}:
        <a href="/figures.csv${query}">CSV</a>, <a href="/figures.json${query}">JSON</a>.
      </p>`;
      const body = renderFiguresBody(figures, { language: view.language, source });
      return reply.send(toPage(view, { title: w.title, body }));
    });
    app.get("/figures.csv", async (request, reply) => {
      if (!deps.isPublic) return reply.code(404).send();
      const csv = toFiguresCsv(await read(toPeriod(request)), toView(request).language);
      return reply.headers(headers).type("text/csv; charset=utf-8").send(csv);
    });
    app.get("/figures.json", async (request, reply) => {
      if (!deps.isPublic) return reply.code(404).send();
      return reply.headers(headers).send(await read(toPeriod(request)));
    });
  };
}

function createKept({ figures, now }: FiguresPagesDeps): (period: Period) => Promise<Figures> {
  const kept = new Map<string, { readonly at: number; readonly figures: Promise<Figures> }>();
  return (period) => {
    const key = `${period.from} ${period.to}`;
    const known = kept.get(key);
    if (known !== undefined && now() - known.at < keptMs) return known.figures;
    if (kept.size >= keptMax) kept.clear();
    const read = figures.figures(period);
    kept.set(key, { at: now(), figures: read });
    read.catch(() => kept.delete(key));
    return read;
  };
}

/** What is no month, or no period, is left out: a stranger's page shows everything rather than a fault. */
function toPeriod(request: FastifyRequest): Period {
  const [from, to] = [toMonth(readQuery(request, "from")), toMonth(readQuery(request, "to"))];
  return from !== null && to !== null && from > to ? { from: null, to: null } : { from, to };
}

function toMonth(text: string): string | null {
  return /^\d{4}-(?:0[1-9]|1[0-2])$/.test(text) ? text : null;
}

function toQuery({ from, to }: Period): string {
  const query = new URLSearchParams({ ...(from === null ? {} : { from }), ...(to === null ? {} : { to }) }).toString();
  return query === "" ? "" : `?${query}`;
}

function toView(request: FastifyRequest): View & { readonly language: FigureLanguage } {
  const language = readLanguage(readQuery(request, "lang")) ?? chooseLanguage(request.headers["accept-language"]);
  const query = toQuery(toPeriod(request));
  const toLanguage = (other: string): string => `/figures${query}${query === "" ? "?" : "&"}lang=${other}`;
  return { language, words: words[language], formToken: "", toLanguage };
}

function readQuery({ query }: FastifyRequest, name: string): string {
  const fields = query as Readonly<Record<string, unknown>>;
  const value = Object.hasOwn(fields, name) ? fields[name] : "";
  return typeof value === "string" ? value : "";
}

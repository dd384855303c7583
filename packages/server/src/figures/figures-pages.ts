import { toFiguresCsv, type FigureLanguage, type Period } from "@breakwater/casework";
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from "fastify";
import { html, type Html } from "../access/pages/html.ts";
import { toPage, type View } from "../access/pages/views/layout.ts";
import { chooseLanguage, readLanguage, words } from "../access/pages/words/words.ts";
import type { FigureKeeper } from "./figure-keeper.ts";
import { gatherBriefing, type BriefingSources } from "./gather-briefing.ts";
import { renderBriefingParts } from "./render/briefing-parts.ts";
import { renderFiguresBody } from "./render/figures-body.ts";
import { pageWords } from "./render/page-words.ts";

export type FiguresPagesDeps = {
  readonly figures: FigureKeeper;
  /** Switched off, the page says that figures are withheld. */
  readonly isPublic: boolean;
  /** What a briefing has beside figures. */
  readonly briefing: BriefingSources;
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

/** `/figures` for everybody, as a page, CSV and JSON, and `/briefing`: the same with examples and corrections. */
export function createFiguresPages(deps: FiguresPagesDeps): FastifyPluginAsync {
  const read = createKept(deps, (period) => deps.figures.figures(period));
  const gather = createKept(deps, (period) => gatherBriefing(period, deps.briefing));
  return async (app) => {
    app.get("/figures", async (request, reply) => {
      void reply.headers(headers).type("text/html; charset=utf-8");
      const view = toView(request);
      const w = pageWords[view.language];
      if (!deps.isPublic) return sendWithheld(view, reply);
      const figures = await read(toPeriod(request));
      const query = toQuery(toPeriod(request));
      const source = toSource(view.language, query);
      const body = html`${renderFiguresBody(figures, { language: view.language, source })}
        <p><a href="/briefing${query === "" ? "?" : `${query}&`}lang=${view.language}">${w.briefing}</a></p>`;
      return reply.send(toPage(view, { title: w.title, body }));
    });
    app.get("/briefing", async (request, reply) => {
      void reply.headers(headers).type("text/html; charset=utf-8");
      const view = toView(request, "/briefing");
      const { language } = view;
      const w = pageWords[language];
      if (!deps.isPublic) return sendWithheld(view, reply);
      const period = toPeriod(request);
      const [figures, briefing] = await Promise.all([read(period), gather(period)]);
      const source = toSource(language, toQuery(period));
      const body = html`${renderBriefingParts(briefing, language)} ${renderFiguresBody(figures, { language, source })}`;
      return reply.send(toPage(view, { title: w.briefing, body }));
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

function toSource(language: FigureLanguage, query: string): Html {
  const w = pageWords[language];
  return html`<p>
    ${w.fromService} <a href="/v1/ledger/checkpoint">/v1/ledger/checkpoint</a>. ${w.data}:
    <a href="/figures.csv${query}">CSV</a>, <a href="/figures.json${query}">JSON</a>.
  </p>`;
}

function sendWithheld(view: ReturnType<typeof toView>, reply: FastifyReply): FastifyReply {
  const w = pageWords[view.language];
  return reply.header("cache-control", "no-store").send(
    toPage(view, {
      title: w.withheld,
      body: html`<p>${w.withheldWhy}</p>
        <p><a href="/v1/ledger/checkpoint">/v1/ledger/checkpoint</a></p>`,
    }),
  );
}

function createKept<T>(
  { now }: Pick<FiguresPagesDeps, "now">,
  make: (period: Period) => Promise<T>,
): (period: Period) => Promise<T> {
  const kept = new Map<string, { readonly at: number; readonly made: Promise<T> }>();
  return (period) => {
    const key = `${period.from} ${period.to}`;
    const known = kept.get(key);
    if (known !== undefined && now() - known.at < keptMs) return known.made;
    if (kept.size >= keptMax) kept.clear();
    const made = make(period);
    kept.set(key, { at: now(), made });
    made.catch(() => kept.delete(key));
    return made;
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

function toView(request: FastifyRequest, path = "/figures"): View & { readonly language: FigureLanguage } {
  const language = readLanguage(readQuery(request, "lang")) ?? chooseLanguage(request.headers["accept-language"]);
  const query = toQuery(toPeriod(request));
  const toLanguage = (other: string): string => `${path}${query}${query === "" ? "?" : "&"}lang=${other}`;
  return { language, words: words[language], formToken: "", toLanguage };
}

function readQuery({ query }: FastifyRequest, name: string): string {
  const fields = query as Readonly<Record<string, unknown>>;
  const value = Object.hasOwn(fields, name) ? fields[name] : "";
  return typeof value === "string" ? value : "";
}

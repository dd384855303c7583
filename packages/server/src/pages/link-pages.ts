import type { FastifyReply, FastifyRequest } from "fastify";
import { readField } from "../access/pages/kit.ts";
import { isTooLong, toCompletedReport } from "./read-report-form.ts";
import type { LinkAct } from "../casework/notices/link-desk.ts";
import { limits } from "./limits.ts";
import type { Pages } from "./public-pages.ts";
import { nothingWritten, showLink, type Written } from "./views/link-views.ts";
import { toHref } from "./views/layout.ts";
import type { Words } from "./words/en.ts";

/** `/n/{token}`: a statement of reasons, a question, a hold or a report, and what is done about each. */
export function addLinkPages(pages: Pages): void {
  const { app } = pages;
  app.get("/n/:token", async (request, reply) => showPage(request, reply, { pages, written: nothingWritten }));
  app.get("/n/:token/checkpoint", async (request, reply) => sendCheckpoint(request, reply, pages));
  for (const kind of ["appeal", "dispute", "reply", "contest", "complete"] as const) {
    app.post(`/n/:token/${kind}`, async (request, reply) => act(request, reply, { pages, kind }));
  }
}

function readToken({ params }: FastifyRequest): string {
  return readField(params, "token");
}

async function showPage(
  request: FastifyRequest,
  reply: FastifyReply,
  { pages: { visits, links }, written }: { readonly pages: Pages; readonly written: Written },
): Promise<FastifyReply> {
  const token = readToken(request);
  const view = visits.view(request, `/n/${token}`);
  const page = await links.open(token, { language: view.language, link: view.words.onThisPage });
  if (page === null) return visits.sendMessage(request, reply.code(404), "gone");
  return visits.send(reply.code(written.error === null ? 200 : 422), showLink(view, page, written));
}

async function sendCheckpoint(
  request: FastifyRequest,
  reply: FastifyReply,
  { visits, links }: Pages,
): Promise<FastifyReply> {
  const { language, words: w } = visits.view(request);
  const page = await links.open(readToken(request), { language, link: w.onThisPage });
  if (page?.receipt == null) return visits.sendMessage(request, reply.code(404), "gone");
  return visits.sendCheckpoint(reply, page.receipt.checkpoint);
}

async function act(
  request: FastifyRequest,
  reply: FastifyReply,
  { pages, kind }: { readonly pages: Pages; readonly kind: LinkAct["kind"] },
): Promise<FastifyReply> {
  const { visits, links } = pages;
  const token = readToken(request);
  const { words: w, language } = visits.view(request);
  const values = readValues(request.body);
  const made = toAct(kind, values, w);
  if (typeof made === "string")
    return showPage(request, reply, { pages, written: { form: kind, error: made, values } });
  const answer = await links.act(token, made);
  if (answer.kind === "unknown") return visits.sendMessage(request, reply.code(404), "gone");
  const isRepeated = answer.kind === "refused" && answer.refusal.code === "appealed_already";
  if (answer.kind === "refused" && !isRepeated) {
    const error = w.whyNot[answer.refusal.code] ?? w.cannotObject;
    return showPage(request, reply, { pages, written: { form: kind, error, values } });
  }
  // To look at it again, not to send it again.
  return reply.redirect(toHref(`/n/${token}`, language), 303);
}

function readValues(body: unknown): Readonly<Record<string, string>> {
  const names = [
    "points",
    "evidence",
    "body",
    "reference",
    "text",
    "reasons",
    "location",
    "name",
    "email",
    "inGoodFaith",
  ];
  return Object.fromEntries(names.map((name) => [name, readField(body, name).replaceAll("\r\n", "\n")]));
}

/** What was asked for, or the sentence that says what is wrong with it. */
function toAct(kind: LinkAct["kind"], values: Readonly<Record<string, string>>, w: Words): LinkAct | string {
  const of = (name: string): string => values[name]?.trim() ?? "";
  if (Object.values(values).some((value) => value.length > limits.reasonsMax)) return w.tooLong;
  switch (kind) {
    case "appeal": {
      const points = listPoints(of("points"));
      if (points.length === 0) return w.pointsMissing;
      const isTooLong = of("points").length > limits.textMax || of("evidence").length > limits.textMax;
      if (isTooLong || points.length > limits.pointsMax) return w.tooLong;
      return { kind, points, evidence: of("evidence") === "" ? [] : [of("evidence")] };
    }
    case "dispute": {
      const { body, reference } = { body: of("body"), reference: of("reference") };
      if (body === "" || reference === "") return w.outsideMissing;
      return Math.max(body.length, reference.length) > limits.nameMax ? w.tooLong : { kind, body, reference };
    }
    case "reply":
    case "contest":
      if (of("text") === "") return w.replyMissing;
      return of("text").length > limits.textMax ? w.tooLong : { kind, text: of("text") };
    case "complete":
      return isTooLong(values) ? w.tooLong : { kind, parts: toCompletedReport(values) };
  }
}

/** One point a paragraph: each is answered by itself. */
export function listPoints(text: string): readonly string[] {
  return text
    .split(/\n\s*\n/)
    .map((point) => point.trim())
    .filter((point) => point !== "");
}

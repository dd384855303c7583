import {
  answerSecondOpinion,
  askSecondOpinion,
  getCaseContext,
  getQualitySample,
  judgeQualitySample,
  listCaseEvidence,
  listCaseFindings,
  listQualitySamples,
  listSecondOpinions,
  listViews,
  previewProposal,
  readCaseEvidence,
} from "@breakwater/contract";
import { bindRoute, type BoundRoute } from "../../http/route.ts";
import { readCursor, toCursor } from "../http-parts.ts";
import type { OpinionBook } from "../opinions/opinion-book.ts";
import type { ViewLog } from "../viewing/view-log.ts";
import { requireShown, toAsker, toObjectAnswer } from "./answer.ts";
import type { CaseBook } from "./case-book.ts";

export type CaseRouteDeps = {
  readonly cases: CaseBook;
  readonly opinions: OpinionBook;
  readonly views: Pick<ViewLog, "list">;
};

/** What people look at and ask beside a case: parts of it, a preview, opinions, samples; and who opened what. */
export function createCaseRoutes({ cases, opinions, views }: CaseRouteDeps): readonly BoundRoute[] {
  return [
    bindRoute(listCaseEvidence, async (request) => {
      const by = toAsker(request, listCaseEvidence.id);
      const { cursor, limit, account } = request.query;
      const page = { from: toFrom(cursor), limit, account };
      return { body: toPartBody(requireShown(await cases.listEvidence(request.params.id, page, by), by).body) };
    }),
    bindRoute(readCaseEvidence, async (request) => {
      const by = toAsker(request, readCaseEvidence.id);
      const { id, evidence } = request.params;
      return { body: requireShown(await cases.readEvidence(id, evidence, by), by).body };
    }),
    bindRoute(listCaseFindings, async (request) => {
      const by = toAsker(request, listCaseFindings.id);
      const { cursor, limit } = request.query;
      const page = { from: toFrom(cursor), limit };
      return { body: toPartBody(requireShown(await cases.listFindings(request.params.id, page, by), by).body) };
    }),
    bindRoute(getCaseContext, async (request) => {
      const by = toAsker(request, getCaseContext.id);
      const rules = (request.query.rules ?? "").split(",").filter((rule) => rule !== "");
      return { body: requireShown(await cases.readContext(request.params.id, rules, by), by).body };
    }),
    bindRoute(previewProposal, async (request) => {
      const by = toAsker(request, previewProposal.id);
      return { body: requireShown(await cases.preview(request.params.id, request.body, by), by).body };
    }),
    bindRoute(listSecondOpinions, async (request) => {
      const by = toAsker(request, listSecondOpinions.id);
      return { body: requireShown(await opinions.list(request.params.id, by), by).body };
    }),
    bindRoute(askSecondOpinion, async (request) => {
      const by = toAsker(request, askSecondOpinion.id);
      return { body: requireShown(await opinions.ask(request.params.id, request.body, by), by).body };
    }),
    bindRoute(answerSecondOpinion, async (request) => {
      const by = toAsker(request, answerSecondOpinion.id);
      return { body: requireShown(await opinions.answer(request.params.id, request.body.answer, by), by).body };
    }),
    bindRoute(listQualitySamples, async ({ query: { cursor, limit } }) => {
      const { items, next, counts } = await opinions.listSamples(readCursor(cursor), limit);
      return { body: { items, nextCursor: toCursor(next), ...counts } };
    }),
    bindRoute(getQualitySample, async (request) => {
      const by = toAsker(request, getQualitySample.id);
      return { body: requireShown(await opinions.readSample(request.params.id, by), by).body };
    }),
    bindRoute(judgeQualitySample, async (request) => {
      const by = toAsker(request, judgeQualitySample.id);
      return toObjectAnswer(await opinions.judgeSample(request.params.id, request.body, by), by);
    }),
    bindRoute(listViews, async ({ query: { object, id, by, cursor, limit } }) => {
      const [before] = readCursor(cursor) ?? [];
      const found = await views.list({
        limit: limit + 1,
        ...(object === undefined ? {} : { object }),
        ...(id === undefined ? {} : { id }),
        ...(by === undefined ? {} : { by }),
        ...(before === undefined ? {} : { before }),
      });
      const shown = found.slice(0, limit);
      const last = shown.at(-1);
      const next = found.length > limit && last !== undefined ? ([last.sequence, ""] as const) : null;
      const items = shown.map(({ sequence: _sequence, ...view }) => view);
      return { body: { items, nextCursor: toCursor(next) } };
    }),
  ];
}

function toFrom(cursor: string | undefined): number {
  const [from = 0] = readCursor(cursor) ?? [];
  return from;
}

function toPartBody({ items, next }: { readonly items: readonly object[]; readonly next: number | null }) {
  return { items, nextCursor: toCursor(next === null ? null : [next, ""]) };
}

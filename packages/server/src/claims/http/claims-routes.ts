import { Readable } from "node:stream";
import { toGoogleClaim, type Entry, type EntryChanges } from "@breakwater/claims";
import {
  adoptClaim,
  correctClaim,
  createClaim,
  deleteClaim,
  editClaim,
  exportClaims,
  getClaim,
  listClaims,
  listClaimVersions,
  publishClaim,
  reviewClaim,
  searchClaims,
  withdrawClaim,
} from "@breakwater/contract";
import { z } from "zod";
import { parseCursor, toCursor } from "../../http/cursor.ts";
import { readVersion, requireVersion, toEtag } from "../../http/etag.ts";
import { HttpError } from "../../http/http-error.ts";
import { chooseLanguage, type ProblemLanguage } from "../../http/problem.ts";
import { bindRoute, type BoundRoute, type Caller, type RouteAnswer } from "../../http/route.ts";
import type { ClaimCommand, ClaimDesk, DeskAnswer } from "../desk/claim-desk.ts";
import { getClaimRefusalWords, type ClaimRefusal } from "../desk/refusal-words.ts";
import { toPrimarySubtag, toSite } from "../store/is-public.ts";
import { verdictWords } from "../verdict-words.ts";
import { findEditor, toWireClaim } from "./wire-claim.ts";

export type ClaimsRoutesParts = {
  readonly desk: ClaimDesk;
  /** Who publishes the operator's own determinations, for strangers; ids of people are not for them. */
  readonly publisher: { readonly name?: string; readonly site?: string };
};

const dayMs = 86_400_000;
const exportPage = 500;

/** `/v1/claims` and below. */
export function createClaimsRoutes({ desk, publisher }: ClaimsRoutesParts): readonly BoundRoute[] {
  const change = async (
    request: Asking & { readonly at: number; readonly params: { readonly id: string } },
    command: ClaimCommand,
    version: number | null,
  ): Promise<RouteAnswer> => {
    const on = { by: toEditor(request), at: request.at, version };
    return toAnswer(await desk.command(request.params.id, command, on), request);
  };

  return [
    bindRoute(searchClaims, async ({ query, at }) => {
      const before = readPlace("search", query.pageToken);
      const { languageCode, reviewPublisherSiteFilter: site, maxAgeDays } = query;
      const found = await desk.listPublic({
        limit: query.pageSize + 1,
        ...(before === undefined ? {} : { before }),
        ...(query.query === undefined || query.query.trim() === "" ? {} : { words: query.query }),
        ...(languageCode === undefined ? {} : { language: toPrimarySubtag(languageCode) ?? "-" }),
        ...(site === undefined ? {} : { site: toSite(site) ?? "-" }),
        ...(maxAgeDays === undefined ? {} : { publishedFrom: at - maxAgeDays * dayMs }),
      });
      const page = found.slice(0, query.pageSize);
      const last = page.at(-1);
      const nextPageToken = found.length > page.length && last !== undefined ? toCursor(["search", last.place]) : null;
      const language = query.languageCode?.toLowerCase().startsWith("zh") === true ? "zh-Hans" : "en";
      const claims = page.map(({ entry }) =>
        toGoogleClaim(toStranger(entry, publisher), (verdict) => verdictWords[verdict][language]),
      );
      return { body: { claims, ...(nextPageToken === null ? {} : { nextPageToken }) } };
    }),

    bindRoute(exportClaims, async () => ({
      body: Readable.from(exportLines(desk)),
      headers: { "content-type": "application/x-ndjson; charset=utf-8" },
    })),

    bindRoute(
      listClaims,
      async ({ query: { cursor, limit, status, verdict, origin, turn, words }, caller, headers }) => {
        const before = readPlace("claims", cursor);
        const found = await desk.list({
          limit: limit + 1,
          ...(before === undefined ? {} : { before }),
          ...(status === undefined ? {} : { status }),
          ...(verdict === undefined ? {} : { verdict }),
          ...(origin === undefined ? {} : { origin }),
          ...(turn === undefined ? {} : { waitsFor: turn }),
          ...(turn === undefined || caller.kind !== "person" ? {} : { notBy: caller.id }),
          ...(words === undefined ? {} : { words }),
        });
        const page = found.slice(0, limit);
        const last = page.at(-1);
        const nextCursor = found.length > page.length && last !== undefined ? toCursor(["claims", last.place]) : null;
        const to = { caller, language: languageOf(headers) };
        return { body: { items: page.map((head) => toWireClaim(head, to)), nextCursor } };
      },
    ),

    bindRoute(createClaim, async (request) => {
      const { body, at } = request;
      const answer = toAnswer(await desk.create(body, { by: toEditor(request), at }), request);
      const { id } = answer.body as { readonly id: string };
      return {
        ...answer,
        status: 201,
        headers: { ...answer.headers, location: `/v1/claims/${encodeURIComponent(id)}` },
      };
    }),

    bindRoute(getClaim, async (request) => {
      const head = await desk.get(request.params.id);
      if (head === null) throw new HttpError("not_found");
      return toAnswer({ ok: true, head }, request);
    }),

    bindRoute(listClaimVersions, async ({ params, query: { cursor, limit } }) => {
      const after = readPlace("versions", cursor) ?? 0;
      const versions = await desk.versions(params.id);
      if (versions === null) throw new HttpError("not_found");
      const items = versions.slice(after, after + limit).map((version, i) => ({ version: after + i + 1, ...version }));
      const end = after + items.length;
      return { body: { items, nextCursor: end < versions.length ? toCursor(["versions", end]) : null } };
    }),

    bindRoute(editClaim, (request) => {
      const { changes, reason } = request.body;
      const command = {
        kind: "edit",
        changes: toChanges(changes),
        ...(reason === undefined ? {} : { reason }),
      } as const;
      return change(request, command, requireVersion(request.headers));
    }),
    bindRoute(reviewClaim, (request) => change(request, { kind: "review" }, requireVersion(request.headers))),
    bindRoute(publishClaim, (request) => {
      const { url, date } = request.body;
      const given = { ...(url === undefined ? {} : { url }), ...(date === undefined ? {} : { date }) };
      return change(request, { kind: "publish", ...given }, requireVersion(request.headers));
    }),
    bindRoute(correctClaim, (request) => {
      const { changes, reason } = request.body;
      return change(request, { kind: "correct", changes: toChanges(changes), reason }, requireVersion(request.headers));
    }),
    bindRoute(adoptClaim, (request) => change(request, { kind: "adopt" }, requireVersion(request.headers))),
    bindRoute(withdrawClaim, (request) =>
      change(request, { kind: "withdraw", reason: request.body.reason }, readVersion(request.headers)),
    ),
    bindRoute(deleteClaim, (request) =>
      change(request, { kind: "withdraw", reason: request.query.reason }, readVersion(request.headers)),
    ),
  ];
}

/** Where the page before ended, in the list that gave the cursor. */
function readPlace(list: string, cursor: string | undefined): number | undefined {
  return parseCursor(cursor, z.tuple([z.literal(list), z.int().min(0)]))?.[1];
}

type Asking = {
  readonly caller: Caller;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
};

function languageOf(headers: Asking["headers"]): ProblemLanguage {
  const header = headers["accept-language"];
  return chooseLanguage(typeof header === "string" ? header : undefined);
}

/** A determination is somebody's: tokens of machines write none. */
function toEditor({ caller, headers }: Asking): string {
  const editor = findEditor(caller);
  if (editor !== null) return editor;
  throw new HttpError("not_allowed", toWords("not_an_editor", languageOf(headers)), {
    refusal: { code: "not_an_editor", about: [] },
  });
}

function toAnswer(answer: DeskAnswer, { caller, headers }: Asking): RouteAnswer {
  const language = languageOf(headers);
  if (answer.ok) {
    return { body: toWireClaim(answer.head, { caller, language }), headers: { etag: toEtag(answer.head.version) } };
  }
  const { refusal: code, faults } = answer;
  if (code === "unknown_entry") throw new HttpError("not_found");
  const words = toWords(code, language);
  const refusal = { code, about: [] };
  if (code === "version_differs") throw new HttpError("precondition_failed", words, { refusal });
  if (code !== "not_an_entry") throw new HttpError("refused", words, { refusal });
  throw new HttpError("invalid_request", words, {
    refusal,
    faults: faults.map(({ field, code: message }) => ({ pointer: field === "" ? "" : `/${field}`, message })),
  });
}

function toWords(code: ClaimRefusal, language: ProblemLanguage): string {
  const { why, next } = getClaimRefusalWords(code, language);
  return language === "en" ? `${why} ${next}` : `${why}${next}`;
}

/** Optional fields that the request leaves out are absent, not undefined. */
function toChanges(changes: Readonly<Record<string, unknown>>): EntryChanges {
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
}

/** Without the ids of people: an own determination is the operator's. */
function toStranger(entry: Entry, { name, site }: ClaimsRoutesParts["publisher"]): Entry {
  if (entry.origin === "imported") return entry;
  const publisher = name ?? site;
  return { ...entry, authors: publisher === undefined ? [] : [publisher] };
}

async function* exportLines(desk: ClaimDesk): AsyncGenerator<string, void> {
  let before: number | undefined;
  for (;;) {
    const heads = await desk.list({ limit: exportPage, ...(before === undefined ? {} : { before }) });
    if (heads.length === 0) return;
    yield heads.map(({ inForce }) => `${JSON.stringify(inForce.entry)}\n`).join("");
    before = heads.at(-1)?.place;
  }
}

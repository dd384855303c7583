import {
  askPreview,
  confirmPreview,
  getDetectors,
  getGroup,
  getGroupNetwork,
  getRhythm,
  judgeAudit,
  listAudits,
  listGroups,
  listPreviews,
  listSamples,
  markGroup,
  resumeDetector,
  unmarkGroup,
} from "@breakwater/contract";
import { z } from "zod";
import { parseCursor, toCursor } from "../http/cursor.ts";
import { toEtag } from "../http/etag.ts";
import { HttpError } from "../http/http-error.ts";
import { bindRoute, type BoundRoute, type Caller } from "../http/route.ts";
import type { Audits } from "./audits/audits.ts";
import type { Detectors } from "./detectors.ts";
import type { Groups } from "./groups/groups.ts";
import type { Marks } from "./marks.ts";
import type { Mark } from "./leads/mark.ts";
import type { Preview, PreviewChanges } from "./previews/preview.ts";
import type { Previews } from "./previews/previews.ts";

export type DetectionRoutesDeps = {
  readonly groups: Groups;
  readonly marks: Marks;
  readonly detectors: Detectors;
  readonly previews: Previews;
  readonly audits: Audits;
};

/** Routes of detection. What is said here about groups and detectors is said by people, never by a token. */
export function createDetectionRoutes({
  groups,
  marks,
  detectors,
  previews,
  audits,
}: DetectionRoutesDeps): readonly BoundRoute[] {
  return [
    bindRoute(listGroups, async ({ query }) => {
      const { cursor, limit, kind, state } = query;
      const after = parseCursor(cursor, groupPosition);
      const items = await groups.list({
        ...(kind === undefined ? {} : { kind }),
        ...(state === undefined ? {} : { state }),
        ...(after === undefined ? {} : { after }),
        limit: limit + 1,
      });
      return { body: toPage(items, limit, ({ firstEpoch, id }) => ({ firstEpoch, id })) };
    }),
    bindRoute(getGroup, async ({ params }) => {
      const found = await groups.read(params.id);
      if (found === null) throw new HttpError("not_found");
      return {
        body: { ...found, marks: (await marks.listOf(params.id)).map(toMarkFacts) },
        headers: { etag: toEtag(found.version) },
      };
    }),
    bindRoute(getGroupNetwork, async ({ params }) => {
      const found = await groups.readNetwork(params.id);
      if (found === null) throw new HttpError("not_found");
      return { body: found, headers: { etag: toEtag(found.version) } };
    }),
    bindRoute(markGroup, async ({ params, body, caller, at }) => {
      const mark = await marks.mark({ groupId: params.id, ...body, by: toPerson(caller), at });
      if (mark === null) throw new HttpError("not_found");
      return { body: toMarkFacts(mark) };
    }),
    bindRoute(unmarkGroup, async ({ params, caller, at }) => {
      if ((await marks.withdraw(params.id, { by: toPerson(caller), at })) === 0) throw new HttpError("not_found");
      return {};
    }),
    bindRoute(listSamples, async ({ query }) => {
      const after = parseCursor(query.cursor, z.int().min(0)) ?? 0;
      const samples = await groups.listSamples();
      const items = samples.slice(after, after + query.limit);
      const next = after + items.length;
      return { body: { items, nextCursor: next < samples.length ? toCursor(next) : null } };
    }),
    bindRoute(getDetectors, async ({ caller, at }) => {
      const overview = await detectors.overview(at);
      const mayReadGroups = caller.kind !== "anonymous" && caller.scopes.includes("groups:read");
      return { body: mayReadGroups ? overview : { ...overview, marks: [] } };
    }),
    bindRoute(getRhythm, async () => ({ body: await detectors.rhythm() })),
    bindRoute(resumeDetector, async ({ params, body, caller, at }) => {
      const isResumed = await detectors.resume(params.family, { by: toPerson(caller), reason: body.reason, at });
      if (!isResumed) throw new HttpError("conflict", { code: "family_not_paused" });
      return {};
    }),
    bindRoute(confirmPreview, async ({ body, caller, at }) => {
      const answer = await detectors.confirm(body.previewId, { by: toPerson(caller), at });
      if (answer === "unknown") throw new HttpError("not_found");
      if (answer !== "confirmed") throw new HttpError("conflict", { code: confirmRefusals[answer] });
      return {};
    }),
    bindRoute(listPreviews, async ({ query }) => {
      const before = parseCursor(query.cursor, z.string());
      const items = (await previews.list()).filter(({ id }) => before === undefined || id < before);
      return { body: toPage<Preview>(items.slice(0, query.limit + 1), query.limit, ({ id }) => id) };
    }),
    bindRoute(askPreview, async ({ body, caller, at }) => {
      const changes = withoutUndefined(body.changes);
      const asked = await previews.ask({ changes, days: body.days, by: toPerson(caller), at });
      if (asked === null) throw new HttpError("too_many_requests", { code: "previews_wait" }, { retryAfter: 60 });
      return { body: asked };
    }),
    bindRoute(listAudits, async ({ query, at }) => {
      const after = parseCursor(query.cursor, z.string());
      const items = await audits.list({ ...(after === undefined ? {} : { after }), limit: query.limit + 1 });
      const { misses } = await detectors.overview(at);
      return { body: { ...toPage(items, query.limit, ({ id }) => id), misses } };
    }),
    bindRoute(judgeAudit, async ({ body, caller, at }) => {
      const { id, verdict, note } = body;
      const item = await audits.judge(id, { verdict, note, by: toPerson(caller), at });
      if (item === null) throw new HttpError("not_found");
      return { body: item };
    }),
  ];
}

const groupPosition = z.object({ firstEpoch: z.number(), id: z.string() });

const confirmRefusals = {
  not_ready: "preview_not_run",
  other_detector: "preview_of_other_options",
  too_old: "preview_too_old",
} as const;

/** A word that binds is given by a person who is named. */
function toPerson(caller: Caller): string {
  if (caller.kind !== "person") throw new HttpError("not_allowed", { code: "person_only" });
  return caller.id;
}

/** `items` hold one more than the page where there is another. */
function toPage<T>(
  items: readonly T[],
  limit: number,
  toPosition: (last: T) => unknown,
): { readonly items: readonly T[]; readonly nextCursor: string | null } {
  const last = items[limit - 1];
  const hasMore = items.length > limit && last !== undefined;
  return { items: items.slice(0, limit), nextCursor: hasMore ? toCursor(toPosition(last)) : null };
}

function toMarkFacts({ accounts: _accounts, objects: _objects, ...facts }: Mark): Omit<Mark, "accounts" | "objects"> {
  return facts;
}

function withoutUndefined(changes: { readonly [K in keyof PreviewChanges]?: number | undefined }): PreviewChanges {
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
}

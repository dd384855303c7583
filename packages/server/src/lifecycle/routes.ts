import { accessAccountRecords, eraseAccountRecords, listRetention } from "@breakwater/contract";
import { Readable } from "node:stream";
import { HttpError } from "../http/http-error.ts";
import { bindRoute, type BoundRoute } from "../http/route.ts";
import type { AccessLog } from "../access/log.ts";
import { toActor } from "../access/routes/route-parts.ts";
import type { RecordsDesk } from "./records/records-desk.ts";
import type { Retention } from "./retention/retention.ts";

export type RecordsRoutesDeps = {
  readonly desk: RecordsDesk;
  readonly retention: Pick<Retention, "states">;
  /** Where everybody with the right to look sees who asked for whose records. */
  readonly access: Pick<AccessLog, "logRecordsAct">;
  readonly now: () => number;
};

export function createRecordsRoutes({ desk, retention, access, now }: RecordsRoutesDeps): readonly BoundRoute[] {
  return [
    bindRoute(eraseAccountRecords, async ({ body: { account }, caller, at }) => {
      await access.logRecordsAct({ event: "account.erased", account, actor: toActor(caller), at });
      return { body: await desk.erase(account, at) };
    }),
    bindRoute(accessAccountRecords, async ({ body, caller, at }) => {
      await access.logRecordsAct({ event: "account.read", account: body.account, actor: toActor(caller), at });
      const ticket = await desk.beginAccess(body.account, at).catch(toHttpError);
      // The first part is waited for: what fails at once is answered as an error, not as a broken stream.
      const lines = writeLines(desk, { ticket, first: await desk.continueAccess(ticket, at), now });
      return { body: Readable.from(lines), headers: { "content-type": "application/x-ndjson; charset=utf-8" } };
    }),
    bindRoute(listRetention, async () => {
      const states = await retention.states();
      return { body: { items: states.map((state) => ({ ...state, ranAt: state.ranAt === 0 ? null : state.ranAt })) } };
    }),
  ];
}

async function* writeLines(
  desk: RecordsDesk,
  {
    ticket,
    first,
    now,
  }: { ticket: string; first: Awaited<ReturnType<RecordsDesk["continueAccess"]>>; now: () => number },
): AsyncGenerator<string> {
  try {
    for (let part = first; ; part = await desk.continueAccess(ticket, now())) {
      for (const line of part.lines) yield `${JSON.stringify(line)}\n`;
      if (part.isOver) return;
    }
  } finally {
    // Also where the reader went away.
    await desk.endAccess(ticket);
  }
}

function toHttpError(error: unknown): never {
  if (error instanceof Error && "code" in error && error.code === "too_many") {
    throw new HttpError("too_many_requests", { code: "subject_accesses_wait" }, { retryAfter: 60 });
  }
  throw error;
}

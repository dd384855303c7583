import { endSession, getMe, listSessions } from "@breakwater/contract";
import { HttpError } from "../../http/http-error.ts";
import { bindRoute, type BoundRoute } from "../../http/route.ts";
import type { Access } from "../access.ts";
import { unwrap } from "../outcome.ts";
import { hashSecret } from "../secrets/codes.ts";
import { createSite, readCookie } from "../site.ts";
import { requirePerson, toActor } from "./route-parts.ts";

/** Null: never for this reason. */
export type Breaks = { readonly items: number | null; readonly minutes: number | null };

/** What callers may know and do about themselves. */
export function createOwnRoutes({
  access,
  publicUrl,
  breaks,
}: {
  readonly access: Access;
  readonly publicUrl: string;
  readonly breaks: Breaks;
}): readonly BoundRoute[] {
  const site = createSite(publicUrl);
  return [
    bindRoute(getMe, async ({ caller }) => {
      if (caller.kind === "anonymous") throw new HttpError("not_signed_in");
      if (caller.kind === "token") return { body: caller };
      const person = await access.findPerson({ id: caller.id });
      if (person === null) throw new HttpError("not_signed_in");
      const { name, login, language } = person;
      return { body: { ...caller, name, login, language, breaks } };
    }),
    bindRoute(listSessions, async ({ caller, headers, at }) => {
      const { id } = requirePerson(caller);
      const secret = readCookie(headers, site.cookies.session);
      const currentHash = secret === null ? null : hashSecret(secret);
      return { body: { items: await access.listSessions({ personId: id, currentHash, at }) } };
    }),
    bindRoute(endSession, async ({ params: { id }, caller, at }) => {
      const person = requirePerson(caller);
      unwrap(await access.endSession({ personId: person.id, id, actor: toActor(person), at }));
      return {};
    }),
  ];
}

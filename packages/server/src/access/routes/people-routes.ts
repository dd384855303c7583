import {
  changePerson,
  getPerson,
  invitePerson,
  listColleagues,
  listPeople,
  renewInvitation,
} from "@breakwater/contract";
import { HttpError } from "../../http/http-error.ts";
import { bindRoute, type BoundRoute } from "../../http/route.ts";
import type { Access } from "../access.ts";
import { unwrap } from "../outcome.ts";
import type { Person } from "../ports/person-store.ts";
import { requirePerson, toActor, toPage, unkept } from "./route-parts.ts";

const toColleague = ({ id, name, roles, disabled, joined }: Person) => ({ id, name, roles, away: disabled || !joined });

export function createPeopleRoutes(access: Access): readonly BoundRoute[] {
  return [
    bindRoute(listPeople, async ({ query: { cursor = "", limit } }) => {
      const found = await access.listPeople({ after: cursor, limit: limit + 1 });
      return { body: toPage(found, limit, ({ id }) => id) };
    }),
    bindRoute(listColleagues, async ({ query: { ids, cursor = "", limit }, caller }) => {
      requirePerson(caller);
      if (ids !== undefined) {
        const found = await Promise.all([...new Set(ids)].map((id) => access.findPerson({ id })));
        return { body: { items: found.flatMap((one) => (one === null ? [] : [toColleague(one)])), nextCursor: null } };
      }
      const found = await access.listPeople({ after: cursor, limit: limit + 1 });
      const { items, nextCursor } = toPage(found, limit, ({ id }) => id);
      return { body: { items: items.map(toColleague), nextCursor } };
    }),
    bindRoute(getPerson, async ({ params: { id } }) => {
      const person = await access.findPerson({ id });
      if (person === null) throw new HttpError("not_found", { code: "person_unknown" });
      return { body: person, headers: toTag(person) };
    }),
    bindRoute(invitePerson, async ({ body, caller, at }) => {
      const actor = toActor(requirePerson(caller));
      return { body: unwrap(await access.invitePerson({ ...body, actor, at })), headers: unkept };
    }),
    bindRoute(changePerson, async ({ params: { id }, body, headers, caller, at }) => {
      const actor = toActor(requirePerson(caller));
      const ifVersion = readVersion(headers["if-match"]);
      const person = unwrap(await access.changePerson({ id, ifVersion, change: body, actor, at }));
      return { body: person, headers: toTag(person) };
    }),
    bindRoute(renewInvitation, async ({ params: { id }, caller, at }) => {
      const actor = toActor(requirePerson(caller));
      return { body: unwrap(await access.renewInvitation({ id, actor, at })), headers: unkept };
    }),
  ];
}

function toTag({ version }: Person): Readonly<Record<string, string>> {
  return { etag: `"${version}"` };
}

function readVersion(header: string | readonly string[] | undefined): number {
  if (header === undefined) throw new HttpError("precondition_required");
  const [, version] = typeof header === "string" ? (/^"(\d{1,15})"$/.exec(header) ?? []) : [];
  if (version === undefined) throw new HttpError("precondition_failed", "If-Match names no version.");
  return Number(version);
}

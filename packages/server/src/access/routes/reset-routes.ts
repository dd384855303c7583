import { confirmReset, listResets, proposeReset, withdrawReset } from "@breakwater/contract";
import { bindRoute, type BoundRoute } from "../../http/route.ts";
import type { Access } from "../access.ts";
import { unwrap } from "../outcome.ts";
import { requirePerson, toActor, unkept } from "./route-parts.ts";

export function createResetRoutes(access: Access): readonly BoundRoute[] {
  return [
    bindRoute(proposeReset, async ({ params: { id }, body: { parts }, caller, at }) => {
      const actor = toActor(requirePerson(caller));
      return { body: unwrap(await access.proposeReset({ personId: id, parts, actor, at })), headers: unkept };
    }),
    bindRoute(listResets, async ({ at }) => ({ body: { items: await access.listResets({ at }) } })),
    bindRoute(confirmReset, async ({ params: { id }, caller, at }) => {
      const actor = toActor(requirePerson(caller));
      return { body: unwrap(await access.confirmReset({ id, actor, at })), headers: unkept };
    }),
    bindRoute(withdrawReset, async ({ params: { id }, caller, at }) => {
      const actor = toActor(requirePerson(caller));
      unwrap(await access.withdrawReset({ id, actor, at }));
      return {};
    }),
  ];
}

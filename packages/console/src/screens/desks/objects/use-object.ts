import { useRoute, usePages, type Pages } from "../../../api/queries.ts";
import type { UseQueryResult } from "@tanstack/react-query";
import type { PagedRoute } from "../../../api/route-types.ts";
import type { DeskObject, ObjectLine, ObjectView } from "./desk-object.ts";
import type { ObjectSearch } from "./object-search.ts";

// The compiler cannot follow a route's types through a type parameter; here they are said once.

export function useObjects<Line extends ObjectLine, View extends ObjectView>(
  object: DeskObject<Line, View>,
  { show, sort }: ObjectSearch,
): Pages<Line> {
  const statuses = show === "all" ? null : show === "over" ? object.over : object.open;
  const query = { sort: sort ?? "newest", ...(statuses === null ? {} : { status: statuses.join(",") }) };
  return usePages(object.list as PagedRoute, { query } as never) as Pages<Line>;
}

export function useObject<Line extends ObjectLine, View extends ObjectView>(
  object: DeskObject<Line, View>,
  id: string,
): UseQueryResult<View> {
  return useRoute(object.read, { params: { id } } as never) as UseQueryResult<View>;
}

import type { Route } from "../route.ts";

export const eventsRoutes: readonly Route[] = [];

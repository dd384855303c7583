import type { Route } from "../route.ts";

export const recordsRoutes: readonly Route[] = [];

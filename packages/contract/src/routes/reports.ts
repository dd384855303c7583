import type { Route } from "../route.ts";

export const reportsRoutes: readonly Route[] = [];

import type { Route } from "../route.ts";

export const leadsRoutes: readonly Route[] = [];

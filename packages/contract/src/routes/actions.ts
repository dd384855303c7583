import type { Route } from "../route.ts";

export const actionsRoutes: readonly Route[] = [];

import type { Route } from "../route.ts";

export const ledgerRoutes: readonly Route[] = [];

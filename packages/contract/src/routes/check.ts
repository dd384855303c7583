import type { Route } from "../route.ts";

export const checkRoutes: readonly Route[] = [];

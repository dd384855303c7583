import type { Route } from "../route.ts";

export const healthRoutes: readonly Route[] = [];

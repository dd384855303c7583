import type { Route } from "../route.ts";

export const claimsRoutes: readonly Route[] = [];

import { listSettings } from "@breakwater/contract";
import { bindRoute, type BoundRoute } from "../http/route.ts";
import type { Setting } from "./list-settings.ts";

/** What the file says does not change while the service runs. */
export function createSettingsRoutes(items: readonly Setting[]): readonly BoundRoute[] {
  return [bindRoute(listSettings, async () => ({ body: { items } }))];
}

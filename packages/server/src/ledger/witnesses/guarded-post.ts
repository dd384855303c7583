import { createAllowList } from "../../webhooks/addresses.ts";
import { createResolveHost } from "../../webhooks/resolve-host.ts";
import { createPoster, type Post } from "../../webhooks/sender.ts";
import { responseBytesMax } from "../timestamps/timestamp-token.ts";

/** How the ledger reaches outside: as webhooks do, with the same guard. `allowedHosts`: one's own, which may be private and without TLS. */
export function createGuardedPost(allowedHosts: readonly string[]): Post {
  const allow = createAllowList(allowedHosts);
  // One byte more than is read: what is too long is seen to be.
  const limits = { totalMs: 20_000, bodyMs: 10_000, bodyBytesMax: responseBytesMax + 1 };
  return createPoster({ allow, resolve: createResolveHost({ allow }), limits });
}

import type { AccessDeps } from "./deps.ts";
import type { LinkKind, ResetParts } from "./ports/link-store.ts";
import { hashSecret, secretBytes, toCode } from "./secrets/codes.ts";

/** A link that works once: shown here and never again. */
export type IssuedLink = { readonly url: string; readonly expiresAt: number };

const paths: Readonly<Record<LinkKind, string>> = { setup: "/setup", invitation: "/join", reset: "/reset" };

/** Makes a link; the ones of its kind that this person had stop working. Called in a unit. */
export async function issueLink(
  deps: AccessDeps,
  link: { readonly kind: LinkKind; readonly personId: string | null; readonly parts: ResetParts; readonly at: number },
): Promise<IssuedLink & { readonly code: string }> {
  const { kind, personId, parts, at } = link;
  const { limits, store } = deps;
  const lives = { setup: limits.setupLinkMs, invitation: limits.invitationMs, reset: limits.resetLinkMs };
  const code = toCode(deps.randomBytes(secretBytes));
  const expiresAt = at + lives[kind];
  await store.links.deleteOf(kind, personId);
  await store.links.insert({ hash: hashSecret(code), kind, personId, parts, createdAt: at, expiresAt, draft: null });
  return { url: `${new URL(deps.publicUrl).origin}${paths[kind]}?code=${code}`, expiresAt, code };
}

import { readField, readParameter } from "../access/pages/kit.ts";
import { readPublicClaim } from "../claims/desk/public-claims.ts";
import { parseCursor, toCursor } from "../http/cursor.ts";
import { HttpError } from "../http/http-error.ts";
import { z } from "zod";
import { limits } from "./limits.ts";
import type { Pages } from "./public-pages.ts";
import { showClaim, showClaims, type Asking } from "./views/claim-views.ts";
import { toHref } from "./views/layout.ts";

const place = z.int().min(0);
const nothingAsked: Asking = { text: "", error: null };

/** `/claims`: what was determined here, with its corrections, and how a reader says that one is wrong (CW-145). Nobody needs an account. */
export function addClaimPages({ app, visits, links, claims }: Pages): void {
  app.get("/claims", async (request, reply) => {
    const named = readParameter(request, "after");
    const before = named === "" ? undefined : parseCursor(named, place);
    const found = await claims.listPublic({
      limit: limits.claimsShown + 1,
      ...(before === undefined ? {} : { before }),
    });
    const items = found.slice(0, limits.claimsShown);
    const last = items.at(-1);
    const next = found.length > items.length && last !== undefined ? toCursor(last.place) : null;
    const entries = items.map(({ entry }) => entry);
    return visits.send(reply, showClaims(visits.view(request), { entries, next }));
  });
  app.get("/claims/:id", async (request, reply) => {
    const claim = await readPublicClaim(readField(request.params, "id"), claims);
    if (claim === null) throw new HttpError("not_found");
    return visits.send(reply, showClaim(visits.view(request), claim, nothingAsked));
  });
  app.post("/claims/:id", async (request, reply) => {
    const id = readField(request.params, "id");
    const view = visits.view(request);
    const text = readField(request.body, "text").replaceAll("\r\n", "\n").trim();
    const claim = await readPublicClaim(id, claims);
    if (claim === null) throw new HttpError("not_found");
    const again = (error: string) => visits.send(reply.code(422), showClaim(view, claim, { text, error }));
    if (text === "") return again(view.words.correctionMissing);
    if (text.length > limits.correctionMax) return again(view.words.tooLong);
    const answer = await links.askCorrection(id, text);
    if (answer.kind === "unknown") throw new HttpError("not_found");
    if (answer.kind === "refused") return again(view.words.correctionsFull);
    return reply.redirect(toHref(new URL(answer.link).pathname, view.language), 303);
  });
}

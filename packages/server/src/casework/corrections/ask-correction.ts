import type { Actor, DeterminationStatus, Instant, Refusal } from "@breakwater/casework";
import { maskIdentifiers } from "@breakwater/intake";
import type { CaseworkDesk } from "../desk/casework-desk.ts";
import type { Listing } from "../listing/listing.ts";
import { toUrl, type NoticeDeps } from "../notices/notice-desk.ts";

export type AskedCorrection =
  | { readonly kind: "asked"; readonly request: string; readonly dueAt: Instant; readonly link: string }
  | { readonly kind: "refused"; readonly refusal: Refusal }
  /** Nothing of this id is published here. */
  | { readonly kind: "unknown" };

/** A request as whoever has its link may see it. */
export type CorrectionSight = {
  readonly claim: string;
  readonly status: DeterminationStatus;
  readonly text: string;
  readonly askedAt: Instant;
  readonly dueAt: Instant;
  readonly answer: string | null;
};

type Deps = Pick<NoticeDeps, "links" | "publicUrl"> & {
  readonly desk: Pick<CaseworkDesk, "execute" | "getState">;
  readonly now: () => number;
  readonly newId: () => string;
};

/** CW-145. Whoever asks leaves no name: numbers of people in the text are masked, as in posts. */
export async function askCorrection(claim: string, text: string, deps: Deps): Promise<AskedCorrection> {
  const { desk, now, newId } = deps;
  const request = `correction-${newId()}`;
  const actor: Actor = { id: `reader.${request}`, roles: ["reporter"] };
  const command = { kind: "ask_correction", request, text: maskIdentifiers(text).text } as const;
  const answer = await desk.execute({ object: "determination", id: claim, command }, { actor, at: now() });
  if (answer.kind === "refused") return isUnknown(answer.refusal) ? { kind: "unknown" } : answer;
  if (answer.kind !== "done") throw new Error(`A new request for a correction was ${answer.kind}.`);
  const { requests } = await desk.getState("determination", claim);
  const asked = requests[request];
  if (asked === undefined) throw new Error("A request that was just taken is not there.");
  const link = toUrl(deps, { purpose: "correction", id: request });
  return { kind: "asked", request, dueAt: asked.dueAt, link };
}

/** What was never published, or is withdrawn: there is nothing to correct. */
function isUnknown({ code }: Refusal): boolean {
  return code === "not_there" || code === "determination_step" || code === "determination_over";
}

/** What a link of `askCorrection` leads to; null where that is not there. */
export async function readCorrection(
  request: string,
  { desk, listing }: Pick<Deps, "desk"> & { readonly listing: Listing },
): Promise<CorrectionSight | null> {
  const keys = [{ kind: "request", value: request }] as const;
  const [found] = await listing.list({ object: "determination", keys, sort: "newest", limit: 1 });
  if (found === undefined) return null;
  const { status, requests } = await desk.getState("determination", found.id);
  const asked = requests[request];
  if (asked === undefined) return null;
  const { by: _by, ...sight } = asked;
  return { claim: found.id, status, ...sight };
}

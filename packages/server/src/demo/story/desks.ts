import {
  commandAuthorityRequest,
  commandWorkspace,
  openWorkspace,
  receiveAuthorityRequest,
  startOperation,
} from "@breakwater/contract";
import type { Hands, Post } from "./hands.ts";

const dayMs = 86_400_000;

/** The one desk outside of the house that may be asked something. */
export const demoPartner = "consumer-office";

/** What an authority asks in writing, and what one asks by telephone. */
export async function playAuthority({ as, words }: Hands, [first, second]: readonly Post[]): Promise<void> {
  const { authority } = words;
  const lia = as("lia");
  const common = { authority: authority.name, country: "DE", redress: authority.redress, secrecy: null };
  const written = await lia.call(receiveAuthorityRequest, {
    body: {
      ...common,
      channel: "desk",
      legalBasis: authority.basis,
      explanation: authority.explanation,
      items: [first, second].flatMap((post) => post?.id ?? []),
      asksFor: ["item_copy"],
      deadline: Date.now() + 14 * dayMs,
    },
  });
  const { id, version } = written;
  await lia.call(commandAuthorityRequest, { params: { id }, body: { kind: "validate" }, version });
  const asked = await lia.call(receiveAuthorityRequest, {
    body: {
      ...common,
      channel: "informal",
      legalBasis: "",
      explanation: authority.byTelephone,
      items: [],
      asksFor: [],
      deadline: null,
    },
  });
  // What comes by telephone may be refused by the machine itself, at once.
  if (asked.status === "refused") return;
  const body = { kind: "refuse", reason: authority.refusal } as const;
  await lia.call(commandAuthorityRequest, { params: { id: asked.id }, body, version: asked.version });
}

/** Somebody under attack is looked after, whatever becomes of the case. */
export async function playSupport({ as }: Hands, victim: Post): Promise<void> {
  const sam = as("sam");
  const { id, version } = await sam.call(openWorkspace, { body: { owner: victim.account, isMinor: false } });
  const taken = await sam.call(commandWorkspace, { params: { id }, body: { kind: "assign_contact" }, version });
  await sam.call(commandWorkspace, {
    params: { id },
    body: { kind: "protect", what: ["messages", "mentions"] },
    version: taken.version,
  });
}

/** A named, dated set of cases, without any target. Gives its id. */
export async function startSeason({ as, words }: Hands): Promise<string> {
  const body = { ...words.operation, endsAt: Date.now() + 30 * dayMs };
  return (await as("sena").call(startOperation, { body })).id;
}

import type { Action, ActionKind, Network, Pseudonym } from "@breakwater/records";
import { parseAddress } from "../privacy/address.ts";
import { maskIdentifiers, type Mark } from "../privacy/mask.ts";
import type { Pseudonymiser } from "../privacy/pseudonymiser.ts";
import { parseTime, type TimeOptions } from "../times/parse-time.ts";
import type { Draft } from "./draft.ts";
import { findKind } from "./kind-words.ts";

export type ActionMakerOptions = {
  readonly pseudonymiser: Pseudonymiser;
  /** The name of an account that its source names by its address. */
  readonly nameAddress: (address: Pseudonym) => string;
  readonly onIgnored: (field: "not_an_address" | "unreadable_creation_time") => void;
  readonly onMasked: (marks: readonly Mark[]) => void;
};

/** Makes actions of drafts: identifiers become pseudonyms, texts are masked. What comes out is not yet checked by `records`. */
export class ActionMaker {
  readonly #options: ActionMakerOptions;

  constructor(options: ActionMakerOptions) {
    this.#options = options;
  }

  make(draft: Draft, of: { readonly id: string; readonly at: number; readonly times: TimeOptions }): Action {
    const action: Mutable<Action> = {
      id: of.id,
      at: of.at,
      account: this.#toAccount(draft.account),
      kind: findKind(draft.kind) ?? (draft.kind as ActionKind),
      objects: draft.objects,
    };
    if (draft.text !== "") action.text = this.#mask(draft.text);
    const network = this.#toNetwork(draft);
    if (network) action.network = network;
    if (draft.device !== "") action.device = this.#options.pseudonymiser.toDevice(draft.device);
    if (draft.client !== "") action.client = draft.client;
    if (draft.created !== "") this.#setCreation(action, draft, of.times);
    return action;
  }

  /** Wikis name those without an account by their address: it must not pass. */
  #toAccount(raw: string): string {
    if (!mayBeAddress(raw) || !parseAddress(raw)) return raw;
    const pseudonym = this.#options.pseudonymiser.toAddress(raw)?.address;
    return pseudonym === undefined ? raw : this.#options.nameAddress(pseudonym);
  }

  #toNetwork(draft: Draft): Network | null {
    if (draft.address === "" && draft.prefix === "" && draft.asn === "" && draft.region === "") return null;
    const { pseudonymiser, onIgnored } = this.#options;
    const network: Mutable<Network> = {};
    if (draft.address !== "") {
      const pseudonyms = pseudonymiser.toAddress(draft.address);
      if (pseudonyms) Object.assign(network, pseudonyms);
      // With a prefix beside it the source writes stand-ins of its own; without one it should have been an address.
      else if (draft.prefix !== "") network.address = pseudonymiser.toOpaque("address", draft.address);
      else onIgnored("not_an_address");
    }
    if (draft.prefix !== "" && network.prefix === undefined) {
      network.prefix = pseudonymiser.toOpaque("prefix", draft.prefix);
    }
    if (draft.asn !== "") network.asn = draft.asn;
    if (draft.region !== "") network.region = draft.region;
    return Object.keys(network).length === 0 ? null : network;
  }

  #setCreation(action: Mutable<Action>, draft: Draft, times: TimeOptions): void {
    const createdAt = parseTime(draft.created, times);
    if (Number.isNaN(createdAt)) this.#options.onIgnored("unreadable_creation_time");
    else action.createdAt = createdAt;
  }

  #mask(raw: string): string {
    const { text, marks } = maskIdentifiers(raw);
    if (marks.length > 0) this.#options.onMasked(marks);
    return text;
  }
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

/** Rules out nearly every account name for the price of two native searches. */
function mayBeAddress(account: string): boolean {
  return account.length <= addressCharsMax && (account.includes(".") || account.includes(":"));
}

/** The longest IPv6 form, in brackets with a port. */
const addressCharsMax = 53;

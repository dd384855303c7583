import type { ActionTable } from "@breakwater/engine";
import { readCsv } from "../data/csv.ts";
import { coordinationPath } from "../data/folder.ts";

/** Edits from IPv4 addresses; the address is the account, its /24 the prefix, its /16 stands in for a network. */
export type AddressEdits = {
  readonly account: Int32Array;
  readonly article: readonly string[];
  readonly isRegular: readonly boolean[];
  readonly at: Float64Array;
  readonly accounts: readonly { readonly prefix: number; readonly network: number }[];
};

export function loadAddressEdits(): AddressEdits {
  const file = readCsv(coordinationPath("wiki_ip_edits"), ["editor", "class", "edittime", "articleid"]);
  const rows = file.editor.flatMap((editor, row) => (/^\d+\.\d+\.\d+\.\d+$/.test(editor) ? [row] : []));
  const at = rows.map((row) => Date.parse(file.edittime[row]));
  const order = rows.map((_, i) => i).sort((a, b) => at[a] - at[b] || rows[a] - rows[b]);
  const [accounts, prefixes, networks] = [
    new Map<string, number>(),
    new Map<string, number>(),
    new Map<string, number>(),
  ];
  const ordinal = (known: Map<string, number>, name: string): number => {
    if (!known.has(name)) known.set(name, known.size);
    return known.get(name) ?? -1;
  };
  const account = Int32Array.from(order, (i) => ordinal(accounts, file.editor[rows[i]]));
  return {
    account,
    article: order.map((i) => file.articleid[rows[i]]),
    isRegular: order.map((i) => file.class[rows[i]] === "regular"),
    at: Float64Array.from(order, (i) => at[i]),
    accounts: [...accounts.keys()].map((address) => {
      const parts = address.split(".");
      return {
        prefix: ordinal(prefixes, parts.slice(0, 3).join(".")),
        network: ordinal(networks, parts.slice(0, 2).join(".")),
      };
    }),
  };
}

/** The edits of the chosen rows as the engine's table; `moved` puts accounts onto other prefixes. */
export function toTable(edits: AddressEdits, moved: ReadonlyMap<number, number> = new Map()): ActionTable {
  const count = edits.account.length;
  const none = new Int32Array(count).fill(-1);
  return {
    count,
    at: edits.at,
    account: edits.account,
    kind: new Uint8Array(count),
    text: none,
    address: none,
    prefix: edits.account.map((account) => moved.get(account) ?? edits.accounts[account].prefix),
    asn: edits.account.map((account) => edits.accounts[account].network),
    region: none,
    device: none,
    client: none,
    objectStart: new Int32Array(count + 1),
    objectIndex: new Int32Array(0),
    ids: Array.from(edits.account, (_, row) => String(row)),
    accounts: {
      count: edits.accounts.length,
      ids: edits.accounts.map((_, account) => String(account)),
      createdAt: new Float64Array(edits.accounts.length).fill(Number.NaN),
    },
    objects: { count: 0, kinds: new Uint8Array(0), ids: [] },
    texts: { count: 0, raw: [], normalised: [] },
  };
}

/** The same edits, those of one kind alone; accounts are numbered anew. */
export function keepRegular(edits: AddressEdits, isRegular: boolean): AddressEdits {
  const rows = edits.isRegular.flatMap((regular, row) => (regular === isRegular ? [row] : []));
  const ordinals = new Map<number, number>();
  for (const row of rows) if (!ordinals.has(edits.account[row])) ordinals.set(edits.account[row], ordinals.size);
  return {
    account: Int32Array.from(rows, (row) => ordinals.get(edits.account[row]) ?? -1),
    article: rows.map((row) => edits.article[row]),
    isRegular: rows.map(() => isRegular),
    at: Float64Array.from(rows, (row) => edits.at[row]),
    accounts: [...ordinals.keys()].map((account) => edits.accounts[account]),
  };
}

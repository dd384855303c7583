import type { SelectedGroup } from "../coaction/find-co-selection.ts";
import { families } from "../contract/families.ts";
import type { Signal } from "../contract/findings.ts";
import type { Layer } from "../contract/table.ts";
import type { GroupDraft, MemberDraft } from "./draft.ts";
import type { InStepObject } from "./in-step-objects.ts";

const sameShare = 0.5;

/**
 * Drafts of groups that keep choosing the same objects although their timing says nothing, as where nobody but the
 * group ever touched an object. Fans and petitions choose alike too, so such a draft becomes a group only with
 * significance on the inauthentic axis. Those mostly made of accounts in `held` are left out.
 */
export function draftSelected(groups: readonly SelectedGroup[], held: ReadonlySet<number>): readonly GroupDraft[] {
  const joined: { parts: SelectedGroup[]; accounts: Set<number> }[] = [];
  for (const group of groups) {
    const accounts = group.accounts.map((one) => one.account);
    if (accounts.filter((account) => held.has(account)).length * 2 >= accounts.length) continue;
    const same = joined.find((other) => {
      const shared = accounts.filter((account) => other.accounts.has(account)).length;
      return shared >= sameShare * Math.min(other.accounts.size, accounts.length);
    });
    if (same === undefined) joined.push({ parts: [group], accounts: new Set(accounts) });
    else {
      same.parts.push(group);
      for (const account of accounts) same.accounts.add(account);
    }
  }
  return joined.map(({ parts }) => toDraft(parts));
}

function toDraft(parts: readonly SelectedGroup[]): GroupDraft {
  const members = new Map<number, MemberDraft>();
  for (const part of parts) {
    for (const one of part.accounts) {
      const score = -Math.log(one.p + Number.MIN_VALUE);
      if (score <= (members.get(one.account)?.score ?? 0)) continue;
      members.set(one.account, {
        account: one.account,
        score,
        q: one.q,
        inStep: one.rows.length,
        expected: one.expected,
      });
    }
  }
  return {
    logE: 0,
    q: parts[0].q,
    members: [...members.values()].sort((a, b) => b.score - a.score || a.account - b.account),
    objects: listObjects(parts),
    coordinated: parts.map(toSignal),
  };
}

function toSignal(part: SelectedGroup): Signal {
  return {
    family: "co_selection",
    axis: families.co_selection.axis,
    null: families.co_selection.null,
    layer: part.layer.name,
    statistic: "meetings_of_members",
    observed: part.meetings,
    expected: part.expected,
    logE: null,
    p: part.p,
    q: part.q,
    effect: null,
    significant: true,
    actions: [],
    actionsTotal: part.accounts.reduce((sum, one) => sum + one.rows.length, 0),
  };
}

function listObjects(parts: readonly SelectedGroup[]): readonly InStepObject[] {
  const byObject = new Map<string, { layer: Layer; object: number; rows: Set<number> }>();
  for (const { layer, accounts } of parts) {
    const objectOf = objectOfRows(layer);
    for (const { rows } of accounts) {
      for (const row of rows) {
        const object = objectOf[row];
        const key = `${layer.name} ${object}`;
        const held = byObject.get(key) ?? { layer, object, rows: new Set<number>() };
        byObject.set(key, held);
        held.rows.add(row);
      }
    }
  }
  return [...byObject.values()]
    .map(({ layer, object, rows }) => ({ layer, object, rows: [...rows].sort((a, b) => a - b) }))
    .sort((a, b) => b.rows.length - a.rows.length || a.object - b.object);
}

function objectOfRows(layer: Layer): Int32Array {
  const objectOf = new Int32Array(layer.account.length);
  for (let object = 0; object < layer.objectCount; object += 1) {
    objectOf.fill(object, layer.start[object], layer.start[object + 1]);
  }
  return objectOf;
}

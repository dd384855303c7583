import { isSufficient, type FamilyName } from "../contract/families.ts";
import type { AccountFinding, Group, GroupKind, Role, SampleEvidence, SharedObject } from "../contract/findings.ts";
import type { DescribeContext, GroupDraft, MemberDraft } from "./draft.ts";
import { listEdges } from "./edges.ts";
import { weighExplanations } from "./explanations.ts";
import { listInStepActions } from "./in-step-actions.ts";
import { windowOf, type InStepObject } from "./in-step-objects.ts";
import type { Authenticity } from "./inauthentic-signals.ts";
import { nameObject } from "./names.ts";
import { drawTimeline } from "./timeline.ts";

const objectsMax = 50;
const edgesMax = 2000;
const pairedMax = 40;
const inStepActionsMax = 20_000;
const samplesMax = 12;
const objectsPerAccount = 12;

/** Puts a draft into words and numbers that outputs can carry. Cost: rows of its objects, and at most 40² pairs each. */
export function describeGroup(
  draft: GroupDraft,
  input: { readonly id: string; readonly authenticity: Authenticity; readonly roles: ReadonlyMap<number, Role> },
  context: DescribeContext,
): Omit<Group, "quotes"> {
  const { table, samples } = context;
  const { authenticity } = input;
  const isInauthentic = authenticity.signals.some((signal) => signal.significant && isSufficient(signal));
  const kind: GroupKind = isInauthentic ? "campaign" : "coordinated";
  const nameOf = (object: InStepObject): string => nameObject(table, samples, object.layer, object.object);
  const listed = draft.objects.slice(0, objectsMax);
  const windows = new Map(draft.objects.map((object) => [object, windowOf(object)]));
  const described = {
    id: input.id,
    kind,
    layers: [...new Set(draft.objects.map((object) => object.layer.name))],
    from: Math.min(...draft.objects.map((object) => windows.get(object)?.from ?? 0)),
    to: Math.max(...draft.objects.map((object) => windows.get(object)?.to ?? 0)),
    logE: draft.logE,
    q: draft.q,
    coordinated: draft.coordinated,
    inauthentic: authenticity.signals,
    accounts: describeAccounts(draft, { ...input, kind, nameOf, context }),
    objects: listed.map((object) => describeObject(object, nameOf(object))),
    edges: listEdges(draft.objects, {
      accountName: (account) => table.accounts.ids[account],
      objectName: nameOf,
      rateOf: (object) => windows.get(object)?.rate ?? 1,
      edgesMax,
      pairedMax,
    }),
    inStepActions: listInStepActions(listed, {
      placeOf: new Map(draft.members.map(({ account }, place) => [account, place])),
      actionsMax: inStepActionsMax,
    }),
    samples: listSamples(draft.objects, context),
    concentration: authenticity.concentration,
    timeline: drawTimeline(draft.objects, context.tickMs),
  };
  return { ...described, explanations: weighExplanations(described, draft, context) };
}

function describeObject(object: InStepObject, id: string): SharedObject {
  const window = windowOf(object);
  return {
    layer: object.layer.name,
    id,
    members: object.rows.length,
    accounts: window.accounts,
    inWindow: object.rows.length,
    expected: object.rows.length * window.rate,
    windowFrom: window.from,
    windowTo: window.to,
  };
}

type AccountContext = {
  readonly kind: GroupKind;
  readonly authenticity: Authenticity;
  readonly roles: ReadonlyMap<number, Role>;
  readonly nameOf: (object: InStepObject) => string;
  readonly context: DescribeContext;
};

function describeAccounts(draft: GroupDraft, input: AccountContext): readonly AccountFinding[] {
  const [{ family: heldBy }] = draft.coordinated;
  const objectsOf = new Map<number, string[]>();
  for (const object of draft.objects) {
    for (const row of object.rows) {
      const held = objectsOf.get(object.layer.account[row]) ?? [];
      objectsOf.set(object.layer.account[row], held);
      if (held.length < objectsPerAccount) held.push(input.nameOf(object));
    }
  }
  return draft.members.map((member) =>
    describeAccount(member, { heldBy, objects: objectsOf.get(member.account) ?? [] }, input),
  );
}

function describeAccount(
  member: MemberDraft,
  { heldBy, objects }: { readonly heldBy: FamilyName; readonly objects: readonly string[] },
  input: AccountContext,
): AccountFinding {
  const { table, actionsOfAccount } = input.context;
  const proposed = input.roles.get(member.account) ?? "unknown";
  // Without evidence of inauthenticity a role would be an accusation: only "source" protects.
  const role: Role = proposed === "source" || input.kind === "campaign" ? proposed : "unknown";
  const own = input.authenticity.carriers.has(member.account)
    ? input.authenticity.signals.filter((signal) => signal.significant).map((signal) => signal.family)
    : [];
  return {
    account: table.accounts.ids[member.account],
    role,
    score: member.score,
    q: member.q,
    actions: actionsOfAccount[member.account],
    inStep: member.inStep,
    families: [heldBy, ...own],
    objects,
    expected: member.expected,
  };
}

/** Samples that members used in step, the most used first, with their distinct forms. */
function listSamples(objects: readonly InStepObject[], context: DescribeContext): readonly SampleEvidence[] {
  const { table, samples } = context;
  const uses = new Map<number, { rows: Set<number>; accounts: Set<number> }>();
  for (const object of objects) {
    for (const layerRow of object.rows) {
      const row = object.layer.action[layerRow];
      const sample = table.text[row] < 0 ? -1 : samples.sampleOfText[table.text[row]];
      if (sample < 0) continue;
      const use = uses.get(sample) ?? { rows: new Set<number>(), accounts: new Set<number>() };
      uses.set(sample, use);
      use.rows.add(row);
      use.accounts.add(table.account[row]);
    }
  }
  return [...uses]
    .filter(([, use]) => use.accounts.size >= 2)
    .sort(([a, x], [b, y]) => y.accounts.size - x.accounts.size || a - b)
    .slice(0, samplesMax)
    .map(([sample, use]) => ({
      representative: table.texts.raw[samples.representative[sample]],
      accounts: use.accounts.size,
      actions: use.rows.size,
      variants: listVariants([...use.rows], context),
    }));
}

function listVariants(rows: readonly number[], context: DescribeContext): SampleEvidence["variants"] {
  const { table, limits } = context;
  const byText = new Map<number, number[]>();
  for (const row of [...rows].sort((a, b) => a - b)) {
    const held = byText.get(table.text[row]);
    if (held === undefined) byText.set(table.text[row], [row]);
    else held.push(row);
  }
  return [...byText]
    .sort(([a, x], [b, y]) => y.length - x.length || a - b)
    .slice(0, limits.sampleVariantsMax)
    .map(([text, held]) => ({
      text: table.texts.raw[text],
      account: table.accounts.ids[table.account[held[0]]],
      at: table.at[held[0]],
    }));
}

import { refusalLanguages, toRefusal, type CaseState, type Refusal } from "@breakwater/casework";
import { readLine } from "../leads/lead-view.ts";
import type { LeadStore } from "../leads/lead-store.ts";
import type { StoredState } from "../store/casework-store.ts";
import { judgesBlind, listEvidence, listFindings } from "./case-view.ts";
import { toDecidedLine } from "./decided-line.ts";
import { findViewRefusal } from "./need-to-know.ts";
import { noteView, type Asker, type BookDeps, type Shown } from "./object-book.ts";
import { previewProposal, type PreviewBody } from "./preview-proposal.ts";
import { readActs, type FindAction } from "./read-acts.ts";

/** Names a version of a rule and gives its text by language; null where no registry knows it. */
export type FindRuleTexts = (id: string, version: string) => Promise<Readonly<Record<string, string>> | null>;

type Page = { readonly from: number; readonly limit: number };
type Paged = { readonly items: readonly object[]; readonly next: number | null };

/** What people look at beside a case while they work on it. Takes and gives plain data. */
export interface CaseBook {
  /** `account`: only what shows acts of this one. */
  listEvidence(id: string, page: Page & { readonly account?: string | undefined }, by: Asker): Promise<Shown<Paged>>;
  /** What one piece shows, as far as it is held. */
  readEvidence(id: string, evidence: string, by: Asker): Promise<Shown<object>>;
  listFindings(id: string, page: Page, by: Asker): Promise<Shown<Paged>>;
  readContext(id: string, rules: readonly string[], by: Asker): Promise<Shown<object>>;
  preview(id: string, body: PreviewBody, by: Asker): Promise<Shown<object>>;
}

export type CaseBookDeps = BookDeps & {
  readonly leads: LeadStore;
  /** Left out: rules have no text here. */
  readonly findRuleTexts?: FindRuleTexts;
  readonly findAction: FindAction;
};

/** Decisions that a context shows of each kind. */
const contextMax = 50;

export function createCaseBook(deps: CaseBookDeps): CaseBook {
  const { transactor, store, views } = deps;
  /** Whoever may see the case sees its parts; each is written down as a view of the case. */
  const withCase = <T>(
    id: string,
    by: Asker,
    work: (stored: StoredState, state: CaseState) => Promise<T | Refusal>,
  ): Promise<Shown<T>> =>
    transactor.run(async () => {
      const stored = await store.readState("case", id);
      if (stored === null) return { kind: "not_found" };
      const refusal = await findViewRefusal(stored, by, deps);
      const done = refusal ?? (await work(stored, stored.state as CaseState));
      const refused = isRefusal(done) ? done : null;
      await noteView(stored, refused, by, views);
      if (isRefusal(done)) return { kind: "refused", refusal: done };
      return { kind: "shown", body: done, version: stored.state.version };
    });
  return {
    listEvidence: (id, { from, limit, account }, by) =>
      withCase(id, by, async (_, state) => {
        const events = await store.readHistory("case", id);
        const items = await listEvidence(
          { state, events, store, actor: by.actor },
          { from, limit: limit + 1, account },
        );
        return { items: items.slice(0, limit), next: items.length > limit ? from + limit : null };
      }),
    readEvidence: async (id, evidence, by) => {
      const shown = await withCase(id, by, async (_, state) => ({ item: state.evidence[evidence] ?? null }));
      if (shown.kind !== "shown") return shown;
      const { item } = shown.body;
      if (item === null) return { kind: "not_found" };
      return { ...shown, body: { id: evidence, items: await readActs(item, deps.findAction) } };
    },
    listFindings: (id, { from, limit }, by) =>
      withCase(id, by, async (_, state) => {
        if (judgesBlind(state, by.actor.id, by.actor.roles)) return toRefusal("sample_not_judged");
        const items = await listFindings({ state, store, at: by.at }, from, limit);
        return { items, next: from + limit < Object.keys(state.findings).length ? from + limit : null };
      }),
    readContext: (id, rules, by) => withCase(id, by, (_, state) => readContext(id, state, rules, by, deps)),
    preview: (id, body, by) =>
      withCase(id, by, (stored) => previewProposal(stored, body, by, { ...deps, languages: refusalLanguages })),
  };
}

function isRefusal(value: unknown): value is Refusal {
  return typeof value === "object" && value !== null && "code" in value;
}

async function readContext(
  id: string,
  state: CaseState,
  wished: readonly string[],
  by: Asker,
  deps: CaseBookDeps,
): Promise<object | Refusal> {
  const { store, listing, leads, findRuleTexts } = deps;
  if (judgesBlind(state, by.actor.id, by.actor.roles)) return toRefusal("sample_not_judged");
  const lead = state.opening?.lead ?? "";
  const content = (await deps.desk.getState("lead", lead)).content;
  const proposed = state.proposal?.kind === "action" ? state.proposal.items : [];
  const rules = [...new Set([...proposed.map(({ rule }) => `${rule.id}@${rule.version}`), ...wished])];
  const find = async (kind: "account" | "rule", values: readonly string[]) => {
    const found = new Map<string, StoredState>();
    for (const value of values.slice(0, contextMax)) {
      const places = await listing.list({
        object: "decision",
        keys: [{ kind, value }],
        sort: "newest",
        limit: contextMax,
      });
      for (const place of places) {
        const stored = await store.readState("decision", place.id);
        if (stored !== null) found.set(place.id, stored);
      }
    }
    const newest = [...found.values()].sort((a, b) => b.createdAt - a.createdAt);
    const lines = [];
    for (const stored of newest) {
      const line = toDecidedLine(stored);
      const isOwn = line.case === id;
      // What is kept from the reader there is kept from them here.
      if (isOwn || lines.length >= contextMax || (await findViewRefusal(stored, by, deps)) !== null) continue;
      lines.push(line);
    }
    return lines;
  };
  const accounts = Object.keys(state.findings);
  const priorDecisions = await find("account", accounts);
  const similar = (await find("rule", rules)).filter(({ account }) => account === null || !accounts.includes(account));
  const texts = [];
  for (const rule of rules) {
    const [name = "", version = ""] = rule.split("@");
    texts.push({ id: name, version, text: (await findRuleTexts?.(name, version)) ?? null });
  }
  return {
    case: id,
    lead: await readLine(lead, { store, leads }),
    leadSignals: content?.signals ?? [],
    leadReason: content?.reason ?? "",
    rules: texts,
    priorDecisions,
    similar,
  };
}

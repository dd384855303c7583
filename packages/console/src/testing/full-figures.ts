import { createFigureBook, type Figures, type Period } from "@breakwater/casework";
import { figures as figuresSchema } from "@breakwater/contract";
import type { Page } from "playwright-core";

type Act = Parameters<ReturnType<typeof createFigureBook>["take"]>[0];

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** Half a year of casework takes half a year to make through the service: its figures are counted by the same book, and put in their place. */
export async function tellFullFigures(page: Page): Promise<void> {
  await page.context().route("**/v1/figures**", (route) => {
    const query = new URL(route.request().url()).searchParams;
    const told = countFullFigures({ from: query.get("from"), to: query.get("to") });
    return route.fulfill({ json: figuresSchema.parse(told) });
  });
}

/** Five months of a desk with enough of everything that each chart has something to show; counted as every figure is, from acts. */
function countFullFigures(period: Period): Figures & { readonly events: number } {
  const book = createFigureBook();
  const acts = [...listActs()].sort((a, b) => a.at - b.at);
  for (const act of acts) book.take(act);
  return { ...book.figure(period), events: acts.length };
}

const families = ["co_timing", "samples", "concentration", "automation"] as const;
const languages = ["en", "zh_hans", "es", "ar"] as const;

function* listActs(): Generator<Act> {
  const start = Date.UTC(2026, 3, 1);
  for (let i = 0; i < 150; i += 1) {
    const at = start + i * dayMs;
    const lead = `lead-${i}`;
    const family = families[i % families.length] ?? "samples";
    yield toAct("lead_opened", {
      at,
      key: lead,
      role: "detector",
      words: { source: "detector", [`family_${family}`]: "x" },
    });
    if (i % 5 === 4) {
      yield toAct("lead_dismissed", { at: at + hourMs, key: lead, words: { reason: "authentic" } });
      continue;
    }
    yield toAct("lead_accepted", { at: at + hourMs, key: lead });
    const kase = { key: `case-${i}`, origin: lead };
    const words = { source: "detector", priority: i % 3 === 0 ? "p1" : "p2", case_type: "campaign" };
    yield toAct("case_opened", { ...kase, at: at + 2 * hourMs, words });
    yield toAct("case_assigned", { ...kase, at: at + (3 + (i % 7)) * hourMs, words: {} });
    yield toAct("action_decided", { ...kase, at: at + 20 * hourMs, words: { people: "two" } });
    yield* listDecision(i, at + 20 * hourMs);
  }
}

function* listDecision(i: number, at: number): Generator<Act> {
  const language = languages[i % 11 === 0 ? 3 : i % 3] ?? "en";
  const level = [1, 3, 5, 6][i % 4] ?? 1;
  const decision = { key: `decision-${i}`, origin: `case-${i}`, level };
  const words = {
    outcome: "action",
    people: "two",
    language,
    category: "scams_and_fraud",
    ground: "incompatible",
    detection: "automated",
    automation: "not_automated",
    restricts_visibility: "yes",
  };
  const made = { ...decision, at, role: "amplifier", rule: "IA-1:3", words, counts: { evidence: 3 } };
  yield toAct("decision_opened", made);
  yield toAct("delivery_noted", { ...decision, at: at + hourMs, words: { outcome: "delivered" } });
  const measure = level < 5 ? "label" : "mute";
  yield toAct("measure_applied", { ...decision, at: at + 2 * hourMs, words: { measure, target: "account" } });
  if (i % 4 !== 1) return;
  yield toAct("appealed", { ...decision, at: at + dayMs, role: "subject", words: {} });
  const isWrong = i % 8 === 1 || language === "es";
  const told = { outcome: isWrong ? "reversed" : "upheld", appellant: "subject" };
  yield toAct("appeal_decided", { ...decision, at: at + 3 * dayMs, words: told, times: { began: at + dayMs } });
  if (isWrong)
    yield toAct("restoration_started", { ...decision, at: at + 3 * dayMs + hourMs, words: { cause: "appeal" } });
}

function toAct(kind: string, act: Partial<Act> & Pick<Act, "at" | "key">): Act {
  const nothing = { role: "triage", level: null, rule: null, times: {}, words: {}, counts: {}, origin: null };
  return { ...nothing, ...act, kind };
}

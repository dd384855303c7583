import type { StaffRole } from "@breakwater/contract";
import { setTimeout as wait } from "node:timers/promises";
import { toHand, type Body, type Hand } from "./hand.ts";
import type { House } from "./open-house.ts";

/** Casework in a house: the operator's people at work beside the browser, and the platform that carries out what they decide. */
export type Casework = {
  readonly as: (roles: readonly StaffRole[], name?: string) => Promise<Hand>;
  /** Gives a command under the newest version. */
  readonly give: (hand: Hand, path: string, command: object) => Promise<Body>;
  /** A case about these accounts, from an analyst's lead that triage accepted; gives its id. */
  readonly openCase: (accounts: readonly string[], more?: { readonly caseType?: string }) => Promise<string>;
  /** The analyst takes it, and records evidence and a finding about each account. */
  readonly investigate: (caseId: string, accounts: readonly string[]) => Promise<void>;
  /** Somebody else approves what is proposed; gives the id of the first decision. */
  readonly approve: (caseId: string) => Promise<string>;
  /** Passes on every notice about this as the platform does; gives the link of the newest. */
  readonly passOn: (about: string) => Promise<string>;
  /** The platform says that it did what it was asked to by this decision. */
  readonly carryOut: (decision: string) => Promise<void>;
};

/** Rules that ship, in force. */
export async function openCasework(house: House): Promise<Casework> {
  const as: Casework["as"] = async (roles, name) => toHand(house.url, await house.signIn(roles, "en", name));
  const give: Casework["give"] = async (hand, path, command) => {
    const { version } = await hand("GET", path);
    return hand("POST", `${path}/commands`, command, Number(version));
  };
  const listUntil = async (path: string): Promise<readonly Body[]> => {
    for (let tries = 0; tries < 200; tries++) {
      const items = (await house.platform("GET", path))["items"] as readonly Body[];
      if (items.length > 0) return items;
      await wait(100);
    }
    throw new Error(`Nothing came to ${path}.`);
  };
  await bringRulesIntoForce(await as(["editor"]), await as(["legal"]), give);
  const [triage, analyst, approver] = [await as(["triage"]), await as(["analyst"]), await as(["approver"])];
  return {
    as,
    give,
    openCase: async (accounts, { caseType = "fake_engagement" } = {}) => {
      const signals = [
        { family: "co_timing", axis: "coordinated" },
        { family: "origin", axis: "inauthentic" },
      ];
      const reason = "They posted one text within seconds of one another, six times over.";
      const lead = await analyst("POST", "/v1/leads", { source: "analyst", refs: accounts, reason, signals });
      const accepted = await triage("POST", `/v1/leads/${String(lead["id"])}/accept`, { priority: "P2", caseType }, 1);
      return String(accepted["into"]);
    },
    investigate: async (caseId, accounts) => {
      const path = `/v1/cases/${caseId}`;
      await give(analyst, path, { kind: "assign", conflict: null });
      for (const account of accounts) {
        const item = { kind: "actions", tool: "export 1", accounts: [account], sha256: "9f".repeat(32) };
        const command = { kind: "add_evidence", item: { ...item, capturedAt: Date.now() - 3_600_000 } };
        const added = (await give(analyst, path, command))["evidenceItems"] as readonly Body[];
        const finding = toFinding(account, String(added.at(-1)?.["id"]));
        await give(analyst, path, { kind: "record_finding", finding });
      }
    },
    approve: async (caseId) => {
      const approved = await give(approver, `/v1/cases/${caseId}`, { kind: "approve", statement: "It holds." });
      const [first] = approved["decisionIds"] as readonly Body[];
      return String(first?.["id"]);
    },
    passOn: async (about) => {
      const notices = await listUntil(`/v1/notices?about=${about}&status=sent`);
      let link = "";
      for (const { id } of notices.toReversed()) {
        link = String((await house.platform("GET", `/v1/notices/${String(id)}`))["link"]);
        await house.platform("POST", `/v1/notices/${String(id)}/delivery`, { outcome: "delivered" });
      }
      // The service knows itself by another address than the one at which it is reached here.
      return `${house.url}${new URL(link).pathname}`;
    },
    carryOut: async (decision) => {
      for (const { id, type } of await listUntil(`/v1/effects?decision=${decision}&state=asked`)) {
        // The register knows an account by a keyed pseudonym alone.
        const registerKey = type === "register" ? "0f".repeat(32) : null;
        await house.platform("POST", `/v1/effects/${String(id)}/confirm`, { registerKey });
      }
    },
  };
}

function toFinding(account: string, evidence: string): object {
  return {
    account,
    role: "operator",
    evidence: [evidence],
    allegation: "The account posted the same text as forty others, within seconds, on six occasions.",
    grade: "serious",
    severity: { deception: { weight: 2, reason: "The accounts pose as unrelated people." } },
  };
}

async function bringRulesIntoForce(editor: Hand, legal: Hand, give: Casework["give"]): Promise<void> {
  const { drafted } = await editor("POST", "/v1/policy-starters", {});
  const transition = { en: "At once: there was no rule before.", "zh-Hans": "此前没有规则，即时生效。" };
  for (const id of drafted as readonly string[]) {
    const path = `/v1/policy-records/${id}`;
    await give(legal, path, { kind: "review", agrees: true, reason: "It is about what accounts do." });
    await give(legal, path, { kind: "publish", transition });
  }
  for (let tries = 0; tries < 200; tries++) {
    const rules = (await legal("GET", "/v1/policies"))["items"] as readonly Body[];
    if (rules.length > 0 && rules.every(({ status }) => status === "in_force")) return;
    await wait(100);
  }
  throw new Error("The rules came into no force.");
}

/** The body of a proposal about these accounts, by the first rule that ships. */
export function toProposal(accounts: readonly string[], type = "suspend"): object {
  const dayMs = 86_400_000;
  const items = accounts.map((account) => ({
    account,
    rule: { id: "IA-1", version: "1" },
    measures: [{ type, target: { kind: "account", id: account }, durationMs: 30 * dayMs }],
    draft: {
      ground: "incompatible",
      groundName: "Terms, section 4.2: inauthentic accounts",
      explanation: "The terms forbid accounts that hide that they are run by one hand.",
      facts: "On six occasions the account posted the same text as others within seconds.",
      category: "STATEMENT_CATEGORY_SCAMS_AND_FRAUD",
      keywords: ["KEYWORD_INAUTHENTIC_ACCOUNTS"],
      contentTypes: ["CONTENT_TYPE_TEXT"],
      contentDate: Date.now() - 90 * dayMs,
    },
    alternatives: "A choir was considered: the accounts share one device farm.",
    proportionality: "A label would not stop the pretence.",
  }));
  return { kind: "propose", items, hearingSkipped: "To tell them first would let the rest slip away." };
}

import type { Order } from "@breakwater/casework";
import { pieces } from "@breakwater/casework/testing";
import type { BoundRoute, Caller, RouteAnswer } from "../../http/route.ts";
import { createCaseworkRoutes } from "../casework-routes.ts";
import type { CaseworkDeps } from "../create-casework.ts";
import { createLeadRoutes } from "../leads/lead-routes.ts";
import { bringRuleIntoForce } from "./bring-rule-into-force.ts";
import { callRoute, type Asked } from "./call-route.ts";
import { openHouse, person, type House } from "./open-house.ts";

export const staff = {
  tian: person("tian", "triage"),
  ana: person("ana", "analyst"),
  ben: person("ben", "analyst"),
  cho: person("cho", "approver"),
  sena: person("sena", "approver", "senior"),
  rei: person("rei", "appeal_reviewer"),
  ravi: person("ravi", "appeal_reviewer"),
  lia: person("lia", "liaison"),
  leo: person("leo", "legal"),
  sup: person("sup", "victim_support"),
  sam: person("sam", "victim_support"),
  aud: person("aud", "auditor"),
  adm: person("adm", "admin"),
  eda: person("eda", "editor"),
} as const satisfies Readonly<Record<string, Caller>>;
export type StaffName = keyof typeof staff;

type Body = Readonly<Record<string, unknown>>;

/** Casework behind its routes, with a short way to call them. */
export type Api = House & {
  readonly routes: readonly BoundRoute[];
  readonly call: (id: string, caller: Caller, asked?: Asked) => Promise<RouteAnswer>;
  readonly get: (id: string, caller: Caller, of: string, language?: string) => Promise<Body>;
  /** Gives a command under the newest version. */
  readonly give: (id: string, caller: Caller, of: string, body: object, language?: string) => Promise<Body>;
  /** What somebody does who is none of the staff, or the clock. */
  readonly act: (
    order: Order,
    actor: { readonly id: string; readonly roles: readonly never[] | readonly string[] },
  ) => Promise<void>;
  /** A case of this type, from a lead of a detector that `tian` accepted. */
  readonly openCase: (caseType?: string, priority?: string) => Promise<string>;
  /** Evidence and a finding about each account, by `ana`, who has the case. */
  readonly investigate: (caseId: string, accounts: readonly string[]) => Promise<void>;
};

const kinds = {
  Case: "case",
  Decision: "decision",
  Hold: "hold",
  SelfReview: "self_review",
  Transfer: "transfer",
} as const;

export function openApi(more: Partial<CaseworkDeps> = {}): Api {
  const house = openHouse({ qualityShare: 0, ...more });
  const services = {
    objects: house.objectBook,
    cases: house.caseBook,
    opinions: house.opinionBook,
    jobs: house.jobBook,
    effects: house.effectBook,
    views: house.views,
    links: house.linkDesk,
  };
  const routes = [...createLeadRoutes({ book: house.leadBook }), ...createCaseworkRoutes(services)];
  const call = (id: string, caller: Caller, asked?: Asked): Promise<RouteAnswer> =>
    callRoute(routes, id, { caller, at: house.clock.at, asked });
  const toHeaders = (language?: string): Readonly<Record<string, string>> =>
    language === undefined ? {} : { "accept-language": language };
  const versionOf = async (id: string, of: string): Promise<number> => {
    const name = id.replace(/^command/, "");
    const object =
      kinds[name as keyof typeof kinds] ??
      { AuthorityRequest: "authority_request", Operation: "operation", Unmasking: "unmasking", Reporter: "reporter" }[
        name
      ] ??
      (name === "Workspace" ? "victim_workspace" : "case");
    return (await house.desk.getState(object as "case", of)).version;
  };
  const give: Api["give"] = async (id, caller, of, body, language) => {
    const version = await versionOf(id, of);
    const headers = { "if-match": `"${version}"`, ...toHeaders(language) };
    return (await call(id, caller, { params: { id: of }, body, headers })).body as Body;
  };
  let serial = 0;
  return {
    ...house,
    routes,
    call,
    give,
    get: async (id, caller, of, language) =>
      (await call(id, caller, { params: { id: of }, headers: toHeaders(language) })).body as Body,
    act: async (order, actor) => {
      const answer = await house.desk.execute(order, { actor: actor as never, at: house.clock.at });
      if (answer.kind !== "done") throw new Error(JSON.stringify(answer));
    },
    openCase: async (caseType = "campaign", priority = "P2") => {
      serial += 1;
      if (serial === 1) await bringRuleIntoForce(house.desk, house.clock.at);
      const opened = await house.leadDesk.openLead({
        key: `story-${serial}`,
        group: `group-${serial}`,
        refs: ["a1", "a2"],
        signals: pieces.twoAxes,
        reason: "Twelve accounts, eighty times within a minute.",
        learning: false,
      });
      if (!("leadId" in opened)) throw new Error(JSON.stringify(opened));
      const asked = {
        params: { id: opened.leadId },
        body: { priority, caseType },
        headers: { "if-match": '"1"' },
      };
      const { body } = await call("acceptLead", staff.tian, asked);
      return (body as { readonly into: string }).into;
    },
    investigate: async (caseId, accounts) => {
      for (const account of accounts) {
        const { id: _, ...item } = pieces.evidenceOf("x", account);
        const added = await give("commandCase", staff.ana, caseId, { kind: "add_evidence", item });
        const items = added["evidenceItems"] as readonly { readonly id: string }[];
        const finding = pieces.findingOf(account, { evidence: [items.at(-1)?.id ?? ""] });
        await give("commandCase", staff.ana, caseId, { kind: "record_finding", finding });
      }
    },
  };
}

/** The body of a proposal about these accounts. */
export function proposalOf(
  accounts: readonly string[],
  type: Parameters<typeof pieces.measureOf>[0],
  more: object = {},
) {
  const items = accounts.map((account) => {
    const { decision: _, measures, ...item } = pieces.proposedItem(account, [type]);
    return { ...item, measures: measures.map(({ id: __, ...measure }) => measure) };
  });
  return { kind: "propose", items, emergency: false, hearingSkipped: null, ...more };
}

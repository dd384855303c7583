import {
  getLintWords,
  listHindrances,
  starterRules,
  type LintCode,
  type LintFinding,
  type RefusalLanguage,
} from "@breakwater/casework";
import {
  askPolicyOverride,
  commandPolicyOverride,
  commandPolicyRecord,
  draftPolicy,
  getPolicy,
  getPolicyOverride,
  getPolicyRecord,
  lintPolicy,
  listPolicies,
  listPolicyOverrides,
  listPolicyRecords,
  listStarterPolicies,
  overrideCommandKinds,
  takeStarterPolicies,
  type Route,
} from "@breakwater/contract";
import { languageOf, readVersion, requireDone, toActor, toButton, toEtag } from "../casework/http-parts.ts";
import { HttpError } from "../http/http-error.ts";
import { bindRoute, type BoundRoute, type RouteAnswer, type RouteRequest } from "../http/route.ts";
import { personRuleKinds, type PolicyBook } from "./policy-book.ts";

type Asking = Pick<RouteRequest<Route>, "caller" | "at" | "headers">;

/** `/v1/policies`, and what people do to write them. */
export function createPolicyRoutes({ book }: { readonly book: PolicyBook }): readonly BoundRoute[] {
  const answerRecord = async (id: string, request: Asking): Promise<RouteAnswer> => {
    const record = await book.readRecord(id, { actor: toActor(request.caller), at: request.at });
    if (record === null) throw new HttpError("not_found");
    const language = languageOf(request.headers);
    const buttons = personRuleKinds.map((kind) => [kind, toButton(record.commands[kind], language)] as const);
    const findings = record.findings.map((finding) => sayFinding(finding, language));
    return {
      body: { ...record, findings, commands: Object.fromEntries(buttons) },
      headers: toEtag(record.version),
    };
  };
  const answerOverride = async (id: string): Promise<RouteAnswer> => {
    const override = await book.readOverride(id);
    if (override === null) throw new HttpError("not_found");
    return { body: override, headers: toEtag(override.version) };
  };
  return [
    bindRoute(listPolicies, async ({ query }) => ({
      body: { items: await book.listPublic({ ended: query.ended === "true" }) },
    })),
    bindRoute(getPolicy, async ({ params }) => {
      const rule = await book.readPublic(params.id);
      if (rule === null) throw new HttpError("not_found");
      return { body: rule };
    }),
    bindRoute(listPolicyOverrides, async () => ({ body: { items: await book.listOverrides() } })),
    bindRoute(askPolicyOverride, async ({ body, caller, at, headers }) => {
      const content = { ...body, codes: body.codes as readonly LintCode[] };
      const asked = await book.askOverride(content, { actor: toActor(caller), at });
      requireDone(asked.answer, languageOf(headers));
      return answerOverride(asked.id);
    }),
    bindRoute(getPolicyOverride, async ({ params, caller, at, headers }) => {
      const record = await book.readOverrideRecord(params.id, { actor: toActor(caller), at });
      if (record === null) throw new HttpError("not_found");
      const buttons = overrideCommandKinds.map(
        (kind) => [kind, toButton(record.commands[kind], languageOf(headers))] as const,
      );
      return { body: { ...record, commands: Object.fromEntries(buttons) }, headers: toEtag(record.version) };
    }),
    bindRoute(commandPolicyOverride, async ({ params, body, caller, at, headers }) => {
      const by = { actor: toActor(caller), at, expectedVersion: readVersion(headers) };
      requireDone(await book.commandOverride(params.id, body, by), languageOf(headers));
      return answerOverride(params.id);
    }),
    bindRoute(listPolicyRecords, async () => ({ body: { items: await book.listRecords() } })),
    bindRoute(getPolicyRecord, (request) => answerRecord(request.params.id, request)),
    bindRoute(draftPolicy, async (request) => {
      const { rule } = request.body;
      const by = { actor: toActor(request.caller), at: request.at };
      requireDone(await book.draft(request.body, by), languageOf(request.headers));
      return answerRecord(`${rule.id}:${rule.version}`, request);
    }),
    bindRoute(commandPolicyRecord, async (request) => {
      const { params, body, caller, at, headers } = request;
      const by = { actor: toActor(caller), at, expectedVersion: readVersion(headers) };
      requireDone(await book.command(params.id, body, by), languageOf(headers));
      return answerRecord(params.id, request);
    }),
    bindRoute(lintPolicy, async ({ body, headers }) => {
      const findings = await book.lint(body.content);
      const language = languageOf(headers);
      return {
        body: {
          findings: findings.map((finding) => sayFinding(finding, language)),
          isPublishable: listHindrances(findings).length === 0,
        },
      };
    }),
    bindRoute(listStarterPolicies, async () => ({ body: { items: starterRules } })),
    bindRoute(takeStarterPolicies, async ({ caller, at, headers }) => {
      const { drafted, refused } = await book.takeStarters({ actor: toActor(caller), at });
      if (refused !== null) requireDone(refused, languageOf(headers));
      return { body: { drafted } };
    }),
  ];
}

function sayFinding(finding: LintFinding, language: RefusalLanguage): object {
  return { ...finding, ...getLintWords(finding.code, language) };
}

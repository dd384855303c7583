import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/**
 * The DSA Transparency Database as its public source answers (repository digital-services-act/transparency-database, routes `api/v1`): bulk
 * calls of 1 to 100, all or nothing; 422 with errors by statement and field; 422 with the puids that are there already; 401; 429. The
 * rules are written down anew here, after the source's `StatementStoreRequest`, so that ours are held against somebody else's.
 */
export type TransparencyDatabase = {
  readonly url: string;
  /** Statements by puid, as they were stored. */
  readonly stored: ReadonlyMap<string, Fields>;
  /** Sizes of the calls that were answered. */
  readonly calls: readonly number[];
  /** What happens to the next calls: answered so instead, or stored and the answer lost. */
  readonly next: ("429" | "503" | "lose_answer" | "garbage" | "blame_others")[];
  readonly close: () => Promise<void>;
};

type Fields = Readonly<Record<string, unknown>>;
type Errors = Record<string, readonly string[]>;

export async function openTransparencyDatabase(token: string): Promise<TransparencyDatabase> {
  const stored = new Map<string, Fields>();
  const calls: number[] = [];
  const next: TransparencyDatabase["next"][number][] = [];
  const server = createServer((request, response) => {
    void answer(request, response).catch(() => response.destroy());
  });
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const reply = (status: number, body: unknown, headers: Record<string, string> = {}): void => {
      response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(body));
    };
    const chunks: Uint8Array[] = [];
    for await (const chunk of request) chunks.push(chunk as Uint8Array);
    if (request.headers.authorization !== `Bearer ${token}`) return reply(401, { message: "Unauthenticated." });
    if (request.method !== "POST" || request.url !== "/api/v1/statements") return reply(404, { message: "Not Found" });
    const way = next.shift();
    if (way === "429") return reply(429, { message: "Too Many Attempts." }, { "retry-after": "120" });
    if (way === "503") return reply(503, { message: "Service Unavailable" });
    if (way === "garbage") {
      response.writeHead(422).end("<html>");
      return;
    }
    if (way === "blame_others") {
      return reply(422, {
        errors: { puid: ["The platform identifier(s) are not unique."], existing_puids: ["d-else"] },
      });
    }
    const { statements } = JSON.parse(Buffer.concat(chunks).toString()) as { readonly statements?: readonly Fields[] };
    if (!Array.isArray(statements) || statements.length < 1 || statements.length > 100) {
      return reply(422, { errors: { statements: ["The statements field must have between 1 and 100 items."] } });
    }
    const list: readonly Fields[] = statements;
    calls.push(list.length);
    const faulty = list.flatMap((fields, at) => {
      const errors = listErrors(fields);
      return Object.keys(errors).length === 0 ? [] : [[`statement_${at}`, errors] as const];
    });
    if (faulty.length > 0) return reply(422, { errors: Object.fromEntries(faulty) });
    const puids = list.map(({ puid }) => String(puid));
    const existing = puids.filter((puid, at) => stored.has(puid) || puids.indexOf(puid) !== at);
    if (existing.length > 0) {
      const message = "The platform identifier(s) are not all unique within this call.";
      return reply(422, { message, errors: { puid: [message], existing_puids: existing } });
    }
    for (const fields of list) stored.set(String(fields["puid"]), fields);
    if (way === "lose_answer") {
      response.destroy();
      return;
    }
    reply(201, { statements: list.map((fields) => ({ ...fields, uuid: randomUUID(), created_at: "2026-11-25" })) });
  };
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stored,
    calls,
    next,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const longest: Readonly<Record<string, number>> = {
  decision_visibility_other: 500,
  decision_monetary_other: 500,
  decision_ground_reference_url: 500,
  illegal_content_legal_ground: 500,
  illegal_content_explanation: 2000,
  incompatible_content_ground: 500,
  incompatible_content_explanation: 2000,
  content_type_other: 500,
  category_specification_other: 500,
  decision_facts: 5000,
  source_identity: 500,
  puid: 500,
};
const required = [
  "decision_ground",
  "content_type",
  "category",
  "content_date",
  "application_date",
  "decision_facts",
  "source_type",
  "automated_detection",
  "automated_decision",
  "puid",
];
const forms: Readonly<Record<string, RegExp>> = {
  decision_monetary: /^DECISION_MONETARY_(SUSPENSION|TERMINATION|OTHER)$/,
  decision_provision: /^DECISION_PROVISION_(PARTIAL|TOTAL)_(SUSPENSION|TERMINATION)$/,
  decision_account: /^DECISION_ACCOUNT_(SUSPENDED|TERMINATED)$/,
  decision_ground: /^DECISION_GROUND_(ILLEGAL|INCOMPATIBLE)_CONTENT$/,
  category: /^STATEMENT_CATEGORY_[A-Z_]+$/,
  content_language: /^[A-Z]{2}$/,
  content_date: /^20\d\d-\d\d-\d\d$/,
  application_date: /^20[2-3]\d-\d\d-\d\d$/,
  source_type: /^SOURCE_(ARTICLE_16|TRUSTED_FLAGGER|TYPE_OTHER_NOTIFICATION|VOLUNTARY)$/,
  automated_detection: /^(Yes|No)$/,
  automated_decision: /^AUTOMATED_DECISION_(FULLY|PARTIALLY|NOT_AUTOMATED)$/,
  puid: /^[a-zA-Z0-9-_]+$/,
};
const lists: Readonly<Record<string, RegExp>> = {
  decision_visibility:
    /^DECISION_VISIBILITY_(CONTENT_(REMOVED|DISABLED|DEMOTED|AGE_RESTRICTED|INTERACTION_RESTRICTED|LABELLED)|OTHER)$/,
  content_type: /^CONTENT_TYPE_(APP|AUDIO|IMAGE|PRODUCT|SYNTHETIC_MEDIA|TEXT|VIDEO|OTHER)$/,
  category_specification: /^KEYWORD_(?!STALKING$)[A-Z_]+$/,
  territorial_scope: /^[A-Z]{2}$/,
};

function listErrors(fields: Fields): Errors {
  const errors: Errors = {};
  const needed = [
    ...required,
    ...(fields["decision_ground"] === "DECISION_GROUND_ILLEGAL_CONTENT"
      ? ["illegal_content_legal_ground", "illegal_content_explanation"]
      : ["incompatible_content_ground", "incompatible_content_explanation"]),
  ];
  for (const name of needed) if (!isFilled(fields[name])) errors[name] = [`The ${name} field is required.`];
  const groups = ["decision_visibility", "decision_monetary", "decision_provision", "decision_account"];
  if (!groups.some((name) => isFilled(fields[name]))) errors["decision_visibility"] = ["One of the four is required."];
  for (const [name, value] of Object.entries(fields)) {
    const [form, list, most] = [forms[name], lists[name], longest[name]];
    if (form !== undefined && !(typeof value === "string" && form.test(value))) {
      errors[name] = [`The selected ${name} is invalid.`];
    }
    if (
      list !== undefined &&
      !(Array.isArray(value) && value.every((one) => typeof one === "string" && list.test(one)))
    ) {
      errors[name] = [`The selected ${name} is invalid.`];
    }
    if (most !== undefined && typeof value === "string" && value.length > most) {
      errors[name] = [`The ${name} may not be greater than ${most} characters.`];
    }
  }
  return errors;
}

function isFilled(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : typeof value === "string" && value.trim() !== "";
}

import { isOpaqueId } from "../kernel/ids.ts";
import { allow, defineMachine, joinPeople, toRow, type Acting, type Machine, type Table } from "../kernel/machine.ts";
import { accept, refuse, toRefusal, type Outcome, type Refusal } from "../kernel/outcome.ts";
import {
  listMissingRequestFields,
  requestableKinds,
  requestKinds,
  type RequestCommand,
  type RequestContent,
  type RequestEvent,
  type RequestState,
  type RequestStatus,
} from "./authority-request.ts";

/**
 *   received ─ validate ─► validating ─ propose_answer, approve_answer ─► answered, narrowed
 *       │                     ⇅ return, resubmit
 *       └──── refuse ─────────┴──────────────────────────► refused
 */
export const requestTable: Table<RequestStatus, RequestCommand["kind"]> = {
  absent: toRow(requestKinds, "not_there", { receive: allow("received", "liaison") }),
  received: toRow(requestKinds, "already_there", {
    validate: allow("validating", "liaison", "legal"),
    refuse: allow("refused", "liaison", "legal"),
    resubmit: "request_not_returned",
    approve_answer: "answer_not_proposed",
  }),
  validating: toRow(requestKinds, "already_there", {
    return: allow("returned", "liaison", "legal"),
    resubmit: "request_not_returned",
    propose_answer: allow("validating", "liaison", "legal"),
    approve_answer: allow(["answered", "narrowed"], "liaison", "legal"),
    refuse: allow("refused", "liaison", "legal"),
    tell_user: allow("validating", "liaison", "system"),
    withhold_notice: allow("validating", "liaison"),
  }),
  returned: toRow(requestKinds, "request_incomplete", {
    resubmit: allow("received", "liaison"),
    refuse: allow("refused", "liaison", "legal"),
  }),
  answered: toRow(requestKinds, "request_over", { tell_user: allow("answered", "liaison", "system") }),
  narrowed: toRow(requestKinds, "request_over", { tell_user: allow("narrowed", "liaison", "system") }),
  refused: toRow(requestKinds, "request_over", { tell_user: allow("refused", "liaison", "system") }),
};

export const absentRequest: RequestState = {
  status: "absent",
  version: 0,
  updatedAt: 0,
  content: null,
  receivedAt: null,
  acknowledgedAt: null,
  handledBy: [],
  proposal: null,
  answeredItems: [],
  userTold: null,
};

/** The one door for authorities. A reasoned refusal is an outcome as good as any. */
export const requestMachine: Machine<RequestStatus, RequestState, RequestCommand, RequestEvent> = defineMachine<
  RequestStatus,
  RequestState,
  RequestCommand,
  RequestEvent
>({
  name: "authority_request",
  initial: absentRequest,
  table: requestTable,
  gates: {
    validate: ({ content }) => (content?.channel === "informal" ? toRefusal("request_informal") : null),
    approve_answer: findApproveRefusal,
    withhold_notice: ({ content }, { at }) =>
      content?.secrecy == null || content.secrecy.until <= at ? toRefusal("notice_duty") : null,
  },
  handlers: {
    receive: (_, { kind: _kind, ...content }, { stamp }) => accept([{ kind: "request_received", content, ...stamp }]),
    validate: (_, __, { stamp }) => accept([{ kind: "request_validating", ...stamp }]),
    return: (_, { missing }, { stamp }) =>
      missing.length === 0 ? refuse("fields_missing") : accept([{ kind: "request_returned", missing, ...stamp }]),
    resubmit: (_, { kind: _kind, ...content }, { stamp }) =>
      accept([{ kind: "request_resubmitted", content, ...stamp }]),
    propose_answer: decideProposeAnswer,
    approve_answer: ({ proposal, content }, { reason }, { stamp }) => {
      if (reason.trim() === "") return refuse("reason_missing");
      const items = proposal?.items ?? [];
      const isNarrowed = items.length < (content?.items.length ?? 0);
      return accept([{ kind: "request_answered", items, isNarrowed, reason, ...stamp }]);
    },
    refuse: ({ content }, { reason }, { stamp }) =>
      reason.trim() === ""
        ? refuse("reason_missing")
        : accept([{ kind: "request_refused", reason, channel: content?.channel ?? "desk", ...stamp }]),
    tell_user: ({ userTold }, _, { stamp }) =>
      userTold === "told" ? refuse("delivered_already") : accept([{ kind: "user_told", ...stamp }]),
    withhold_notice: ({ content }, _, { stamp }) => {
      const secrecy = content?.secrecy;
      return secrecy == null ? refuse("notice_duty") : accept([{ kind: "notice_withheld", ...secrecy, ...stamp }]);
    },
  },
  evolve: (state, event) => ({ ...applyEvent(state, event), handledBy: joinPeople(state.handledBy, event) }),
  due: () => [],
  deadlines: ({ content, status }) => {
    const isOver = status === "answered" || status === "narrowed" || status === "refused";
    return isOver || content?.deadline == null ? [] : [{ what: "answer_authority", dueAt: content.deadline }];
  },
});

function decideProposeAnswer(
  { content }: RequestState,
  { items }: Extract<RequestCommand, { kind: "propose_answer" }>,
  { stamp, settings }: Acting,
): Outcome<readonly RequestEvent[]> {
  if (content === null) return refuse("not_there");
  const missing = listMissingRequestFields(content);
  if (missing.length > 0) return refuse("request_incomplete", missing);
  const foreign = content.asksFor.filter((kind) => !requestableKinds.some((known) => known === kind));
  if (foreign.length > 0) return refuse("identity_refused", foreign);
  const isNamed = items.length > 0 && items.every((item) => content.items.includes(item) && isOpaqueId(item));
  if (!isNamed || items.length > settings.authorityItemsMax) return refuse("request_too_wide");
  return accept([{ kind: "answer_proposed", items, ...stamp }]);
}

/** Two people, legal among them; and the user is told first, or the order forbids it in writing. */
function findApproveRefusal({ proposal, userTold }: RequestState, { actor }: Acting): Refusal | null {
  if (proposal === null) return toRefusal("answer_not_proposed");
  if (proposal.by === actor.id) return toRefusal("own_proposal");
  if (!actor.roles.includes("legal")) return toRefusal("role_may_not", ["legal"]);
  return userTold === null ? toRefusal("notice_duty") : null;
}

function applyEvent(state: RequestState, event: RequestEvent): RequestState {
  switch (event.kind) {
    case "request_received":
      return {
        ...state,
        status: "received",
        content: withoutBlank(event.content),
        receivedAt: event.at,
        acknowledgedAt: event.at,
      };
    case "request_validating":
      return { ...state, status: "validating" };
    case "request_returned":
      return { ...state, status: "returned", proposal: null };
    case "request_resubmitted":
      return { ...state, status: "received", content: withoutBlank(event.content) };
    case "answer_proposed":
      return { ...state, proposal: { by: event.by, items: event.items } };
    case "request_answered":
      return { ...state, status: event.isNarrowed ? "narrowed" : "answered", answeredItems: event.items };
    case "request_refused":
      return { ...state, status: "refused" };
    case "user_told":
      return { ...state, userTold: "told" };
    case "notice_withheld":
      return { ...state, userTold: "withheld" };
  }
}

function withoutBlank(content: RequestContent): RequestContent {
  return { ...content, items: content.items.filter((item) => item !== "") };
}

import { html, type Html } from "../../access/pages/html.ts";
import { toError, toNotice } from "../../access/pages/views/layout.ts";
import type { LinkAct } from "../../casework/notices/link-desk.ts";
import type { LinkPage, Objection } from "../../casework/notices/link-page.ts";
import { toLocalDay, toLocalTime, type Letter } from "../../casework/notices/letters/letter.ts";
import { limits } from "../limits.ts";
import { toReceipt } from "./receipt-view.ts";
import {
  toButton,
  toFacts,
  toForm,
  toHref,
  toInput,
  toPage,
  toText,
  toTextArea,
  type Field,
  type View,
} from "./layout.ts";

/** What the person wrote into which form and what is wrong with it, when that comes back. */
export type Written = {
  readonly form: LinkAct["kind"] | null;
  readonly error: string | null;
  readonly values: Readonly<Record<string, string>>;
};
export const nothingWritten: Written = { form: null, error: null, values: {} };

export function showLink(view: View, page: LinkPage, written: Written): string {
  switch (page.kind) {
    case "decision":
      return showDecision(view, page, written);
    case "hearing":
      return showHearing(view, page, written);
    case "hold":
      return showHold(view, page, written);
    case "report":
      return showReport(view, page, written);
    case "correction":
      return showCorrection(view, page);
  }
}

type Of<K extends LinkPage["kind"]> = Extract<LinkPage, { kind: K }>;

function showDecision(view: View, page: Of<"decision">, written: Written): string {
  const { words: w } = view;
  return toPage(view, {
    title: page.letter.subject,
    body: html`${toReference(view, page)} ${page.isRestored && toNotice(w.restored)} ${toObjected(view, page.objection)}
    ${toSections(page.letter)} ${toObjection(view, page.objection, written)} ${toOutside(view, page.objection, written)}
    ${toReceipt(view, page.receipt)}`,
  });
}

function showHearing(view: View, page: Of<"hearing">, written: Written): string {
  const { words: w, language } = view;
  const { letter, state, dueAt, reply, receipt } = page;
  const form =
    state === "open" &&
    html`<h2>${w.reply}</h2>
      ${dueAt !== null && html`<p>${w.until(toLocalTime(dueAt, language))}</p>`}
      ${toAnswer(view, "reply", { label: w.reply, hint: w.replyHint, rows: 8, written })}`;
  return toPage(view, {
    title: letter.subject,
    body: html`${toReference(view, page)} ${reply !== null && toNotice(`${w.replied}. ${w.repliedText}`)}
    ${state === "over" && toNotice(w.hearingOver)} ${toSections(letter)} ${form}
    ${
      reply !== null &&
      html`<h2>${w.reply}</h2>
        ${toText(reply)}`
    }
    ${toReceipt(view, receipt)}`,
  });
}

function showHold(view: View, page: Of<"hold">, written: Written): string {
  const { words: w } = view;
  const { letter, state, isContested, receipt } = page;
  const form =
    state === "held" &&
    !isContested &&
    html`<h2>${w.object}</h2>
      ${toAnswer(view, "contest", { label: w.contest, rows: 6, written })}`;
  return toPage(view, {
    title: letter.subject,
    body: html`${toReference(view, page)} ${state === "released" && toNotice(w.released)}
    ${state === "confirmed" && toNotice(w.confirmed)} ${isContested && toNotice(w.contested)} ${toSections(letter)}
    ${form} ${toReceipt(view, receipt)}`,
  });
}

/** One text, and a button that sends it. */
function toAnswer(
  view: View,
  act: "reply" | "contest",
  { written, ...field }: Pick<Field, "label" | "hint"> & { readonly rows: number; readonly written: Written },
): Html {
  const value = written.values["text"] ?? "";
  return toForm(
    view,
    `${view.path}/${act}`,
    html`${toError(written.error)}
    ${toTextArea(view, { ...field, name: "text", value, lengthMax: limits.textMax, isNeeded: true })}
    ${toButton(view.words.send)}`,
  );
}

function showReport(view: View, page: Of<"report">, written: Written): string {
  const { words: w, language } = view;
  const { report, outcome, objection, receipt } = page;
  const isDismissed = objection === null && report.stage === "decided" && report.outcome !== "action_taken";
  return toPage(view, {
    title: w.yourReport,
    body: html`${toReference(view, page)}
      <p>${w.keepLink}</p>
      ${objection !== null && toObjected(view, objection)}
      ${toFacts([
        [w.received, toLocalDay(report.receivedAt, language)],
        [w.category, w.categories[report.category] ?? report.category],
        [w.stage, w.stages[report.stage]],
        ...(report.decidedAt === null ? [] : [[w.decided, toLocalDay(report.decidedAt, language)] as const]),
      ])}
      ${
        outcome !== null &&
        html`<h2>${w.outcome}</h2>
          <p>${outcome}</p>`
      }
      ${isDismissed && html`<p>${w.dismissedNext}</p>`}
      ${report.stage === "returned" && toCompletion(view, report.missing, written)}
      ${objection !== null && toObjection(view, objection, written)}
      ${objection !== null && toOutside(view, objection, written)} ${toReceipt(view, receipt)}`,
  });
}

function showCorrection(view: View, page: Of<"correction">): string {
  const { words: w, language } = view;
  const { claim, status, text, askedAt, dueAt, answer } = page.correction;
  const isOver = answer === null && status === "withdrawn";
  return toPage(view, {
    title: w.yourCorrection,
    body: html`${toReference(view, page)}
      <p>${w.keepCorrectionLink}</p>
      ${isOver && toNotice(w.withdrawnClaim)} ${toFacts([[w.asked, toLocalDay(askedAt, language)]])}
      <h2>${w.answer}</h2>
      ${answer !== null && toText(answer)}
      ${answer === null && !isOver && html`<p>${w.correctionDue(toLocalDay(dueAt, language))}</p>`}
      <h2>${w.yourWords}</h2>
      ${toText(text)}
      <p><a href="${toHref(`/claims/${encodeURIComponent(claim)}`, language)}">${w.theDetermination}</a></p>`,
  });
}

/** Fields that a returned report lacks. */
function toCompletion(view: View, missing: readonly string[], { error, values }: Written): Html {
  const { words: w, path } = view;
  const lacks = (name: string): boolean => missing.includes(name);
  const input = (name: "name" | "email"): Html | false =>
    lacks(name) &&
    toInput(view, {
      name,
      type: name === "email" ? "email" : "text",
      label: w[name],
      value: values[name] ?? "",
      autocomplete: name,
      lengthMax: 300,
      isNeeded: true,
    });
  const area = (name: "reasons" | "location", label: string): Html | false =>
    lacks(name) &&
    toTextArea(view, {
      name,
      label,
      value: values[name] ?? "",
      rows: 4,
      lengthMax: limits.locationMax,
      isNeeded: true,
    });
  return html`<h2>${w.complete}</h2>
    ${toForm(
      view,
      `${path}/complete`,
      html`${toError(error)} ${area("location", w.where)} ${area("reasons", w.reasons)} ${input("name")}
      ${input("email")}
      ${
        lacks("inGoodFaith") &&
        html`<label class="choice"
          ><input type="checkbox" name="inGoodFaith" value="yes" /> <span>${w.goodFaith}</span></label
        >`
      }
      ${toButton(w.send)}`,
    )}`;
}

function toReference({ words: w }: View, { reference }: LinkPage): Html {
  return html`<p class="kicker">${w.reference}: ${reference}</p>`;
}

function toSections({ sections }: Letter): Html {
  return html`${sections.map(
    ({ heading, lines }) =>
      html`<section>
        <h2>${heading}</h2>
        ${lines.map((line) => html`<p>${line}</p>`)}
      </section>`,
  )}`;
}

/** What came of an objection: before everything else, since it is what people come back for. */
function toObjected({ words: w, language }: View, { appeal }: Objection): Html | null {
  if (appeal === null) return null;
  const { outcome, points, answers, evidence, dueAt } = appeal;
  return html`${toNotice(outcome === null ? `${w.objected}. ${w.objectedText(toLocalDay(dueAt, language))}` : w.outcomes[outcome])}
    <h2>${w.yourPoints}</h2>
    <ol>
      ${points.map(
        (point, place) =>
          html`<li>
            ${toText(point)}
            <p><strong>${w.answer}:</strong> ${outcome === null ? w.noAnswer : (answers[place] ?? "")}</p>
          </li>`,
      )}
    </ol>
    ${
      evidence.length > 0 &&
      html`<h2>${w.yourEvidence}</h2>
        ${evidence.map(toText)}`
    }`;
}

function toObjection(view: View, objection: Objection, { form, error, values }: Written): Html | null {
  const { words: w, language, path } = view;
  if (objection.appeal !== null) return null;
  if (!objection.isOpen) {
    return html`<h2>${w.object}</h2>
      <p>${w.whyNot[objection.why ?? ""] ?? w.cannotObject}</p>`;
  }
  return html`<h2 id="object">${w.object}</h2>
    <p>${objection.until === null ? w.objectOpen : w.objectIntro(toLocalDay(objection.until, language))}</p>
    ${toForm(
      view,
      `${path}/appeal`,
      html`${toError(form === "appeal" ? error : null)}
      ${toTextArea(view, {
        name: "points",
        label: w.points,
        hint: w.pointsHint,
        value: values["points"] ?? "",
        rows: 8,
        lengthMax: limits.textMax,
        isNeeded: true,
      })}
      ${toTextArea(view, {
        name: "evidence",
        label: w.evidence,
        hint: w.evidenceHint,
        value: values["evidence"] ?? "",
        rows: 4,
        lengthMax: limits.textMax,
      })}
      ${toButton(w.send)}`,
    )}`;
}

/** That they turned to an outside body: who holds the link is the one who knows it, and the staff have to answer that body. */
function toOutside(view: View, { dispute }: Objection, { form, error, values }: Written): Html | null {
  const { words: w, language, path } = view;
  const { mayTell, told } = dispute;
  if (told === null && !mayTell) return null;
  const say = (told: NonNullable<typeof dispute.told>): string => {
    const { body, reference, dueAt, isOpen } = told;
    return isOpen ? w.outsideTold(body, reference, toLocalDay(dueAt, language)) : w.outsideOver(body, reference);
  };
  const input = (name: "body" | "reference", label: string): Html =>
    toInput(view, {
      name,
      type: "text",
      label,
      value: values[name] ?? "",
      autocomplete: "off",
      lengthMax: limits.nameMax,
      isNeeded: true,
    });
  return html`<h2>${w.outside}</h2>
    ${told !== null && html`<p>${say(told)}</p>`}
    ${
      mayTell &&
      html`<p>${w.outsideIntro}</p>
        ${toForm(
          view,
          `${path}/dispute`,
          html`${toError(form === "dispute" ? error : null)} ${input("body", w.outsideBody)}
          ${input("reference", w.outsideReference)} ${toButton(w.outsideSend)}`,
        )}`
    }`;
}

import { reportCategories } from "@breakwater/contract";
import { html } from "../../access/pages/html.ts";
import { toError } from "../../access/pages/views/layout.ts";
import { limits } from "../limits.ts";
import { toButton, toForm, toInput, toPage, toSelect, toTextArea, type View } from "./layout.ts";

export type ReportForm = {
  readonly values: Readonly<Record<string, string>>;
  /** Names of fields that lack something. */
  readonly missing: readonly string[];
  readonly error: string | null;
};

/** Article 16(2) of the DSA, field by field. */
export function showReportForm(view: View, { values, missing, error }: ReportForm): string {
  const { words: w, path } = view;
  const faultOf = (name: string): string | null => (missing.includes(name) ? (w.missing[name] ?? null) : null);
  const valueOf = (name: string): string => values[name] ?? "";
  const goodFaithFault = faultOf("inGoodFaith");
  return toPage(view, {
    title: w.report,
    body: html`<p>${w.reportIntro}</p>
      ${toError(error)}
      ${toForm(
        view,
        path,
        html`${toSelect(view, {
            name: "category",
            label: w.category,
            value: valueOf("category"),
            fault: faultOf("category"),
            isNeeded: true,
            options: reportCategories.map((category) => [category, w.categories[category] ?? category] as const),
          })}
          ${toTextArea(view, {
            name: "location",
            label: w.where,
            hint: w.whereHint,
            value: valueOf("location"),
            fault: faultOf("location"),
            rows: 2,
            lengthMax: limits.locationMax,
            isNeeded: true,
          })}
          ${toTextArea(view, {
            name: "reasons",
            label: w.reasons,
            hint: w.reasonsHint,
            value: valueOf("reasons"),
            fault: faultOf("reasons"),
            rows: 8,
            lengthMax: limits.reasonsMax,
            isNeeded: true,
          })}
          ${toInput(view, {
            name: "name",
            type: "text",
            label: w.name,
            hint: w.nameHint,
            mark: w.mostlyRequired,
            value: valueOf("name"),
            fault: faultOf("name"),
            autocomplete: "name",
            lengthMax: 300,
          })}
          ${toInput(view, {
            name: "email",
            type: "email",
            label: w.email,
            hint: w.emailHint,
            mark: w.mostlyRequired,
            value: valueOf("email"),
            fault: faultOf("email"),
            autocomplete: "email",
            lengthMax: 320,
          })}
          <div class="field">
            ${goodFaithFault !== null && html`<span class="fault" id="inGoodFaith-fault">${goodFaithFault}</span>`}
            <label class="choice"
              ><input
                type="checkbox"
                name="inGoodFaith"
                value="yes"
                ${valueOf("inGoodFaith") === "yes" && html` checked`}${
                  goodFaithFault !== null && html` aria-describedby="inGoodFaith-fault"`
                }
              />
              <span>${w.goodFaith}</span></label
            >
          </div>
          ${toButton(w.send)}`,
      )}`,
  });
}

import { readField } from "../access/pages/kit.ts";
import type { Pages } from "./public-pages.ts";
import { isTooLong, readReport, reportFields } from "./read-report-form.ts";
import { toHref } from "./views/layout.ts";
import { showReportForm, type ReportForm } from "./views/report-form.ts";

/** `/report`. What lacks something is not sent; what is sent is acknowledged at once, by the page on which it is followed. */
export function addReportPages({ app, visits, links }: Pages): void {
  app.get("/report", async (request, reply) =>
    visits.send(reply, showReportForm(visits.view(request), { values: {}, missing: [], error: null })),
  );
  app.post("/report", async (request, reply) => {
    const view = visits.view(request);
    const { words: w, language } = view;
    const values = Object.fromEntries(
      reportFields.map((name) => [name, readField(request.body, name).replaceAll("\r\n", "\n")]),
    );
    const again = (more: Pick<ReportForm, "missing" | "error">) =>
      visits.send(reply.code(422), showReportForm(view, { values, ...more }));
    if (isTooLong(values)) return again({ missing: [], error: w.tooLong });
    const read = readReport(values);
    if ("missing" in read) return again({ missing: read.missing, error: w.reportMissing });
    const answer = await links.report(read.report);
    if (answer.kind !== "done") return again({ missing: [], error: w.suspended });
    return reply.redirect(toHref(new URL(answer.value.link).pathname, language), 303);
  });
}

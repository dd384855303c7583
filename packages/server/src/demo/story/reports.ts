import { dismissLead, getLead, getReport, submitReport, type submittedReport } from "@breakwater/contract";
import type { z } from "zod";
import type { Hands, Post } from "./hands.ts";

type Body = z.input<typeof submitReport.body>;

export type Reported = {
  readonly fraud: string;
  readonly impersonation: string;
  readonly copy: string;
  readonly exposed: string;
};

/** What people of the community report. Gives the leads that came of it; one was dismissed, and one that lacks something went back to its author. */
export async function playReports(hands: Hands, posts: readonly Post[]): Promise<Reported> {
  const { words } = hands;
  const { report: says } = words;
  const tell = (post: Post | undefined, category: Body["category"], reasons: string, by: string) =>
    submit(hands, { post: must(post), category, reasons, by });
  const [fraud, impersonation, copy, exposed, dislike, unfinished] = [
    await tell(posts[0], "fraud", says.fraud, "rosa"),
    await tell(posts[1], "impersonation", says.impersonation, "shop"),
    await tell(posts[2], "impersonation", says.impersonation, "shop"),
    await tell(posts[3], "doxxing", says.exposed, "mira"),
    await tell(posts[4], "other", says.dislike, "otto"),
    await tell(posts[5], "fraud", "", "nele"),
  ];
  // The same thing again, by somebody else: one lead stands for both.
  await tell(posts[0], "fraud", says.fraud, "karl");
  const tian = hands.as("tian");
  const leadOf = async ({ id }: z.output<typeof submittedReport>): Promise<string> => {
    const report = await tian.call(getReport, { params: { id } });
    if (!("lead" in report)) throw new Error("Triage sees a report as its author does.");
    return report.lead;
  };
  const id = await leadOf(dislike);
  const { version } = await tian.call(getLead, { params: { id } });
  await tian.call(dismissLead, { params: { id }, body: { reason: "opinion" }, version });
  if (unfinished.status !== "returned") throw new Error("A report without reasons was taken.");
  return {
    fraud: await leadOf(fraud),
    impersonation: await leadOf(impersonation),
    copy: await leadOf(copy),
    exposed: await leadOf(exposed),
  };
}

type Said = { readonly post: Post; readonly category: Body["category"]; readonly reasons: string; readonly by: string };

function submit({ platform }: Hands, { post, category, reasons, by }: Said): Promise<z.output<typeof submittedReport>> {
  const body: Body = {
    object: { kind: "post", id: post.id },
    refs: [post.account],
    category,
    reasons,
    location: post.id,
    name: by,
    email: `${by}@community.example`,
    inGoodFaith: true,
    account: `member-${by}`,
  };
  return platform.call(submitReport, { body });
}

export function must<T>(value: T | undefined): T {
  if (value === undefined) throw new Error("The community of the demo is too small for its story.");
  return value;
}

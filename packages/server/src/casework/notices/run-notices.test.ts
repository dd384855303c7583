import { people } from "@breakwater/casework/testing";
import { expect, it } from "vitest";
import type { Mail, Mailed, Mailer } from "../../mail/create-mailer.ts";
import { openHouse, testTelling, type House } from "../testing/open-house.ts";
import { openStory } from "../testing/open-story.ts";

const written = {
  object: { kind: "post", id: "post-1" },
  refs: [],
  category: "fraud",
  reasons: "Sells tickets that do not exist.",
  location: "https://example.org/p/post-1",
  name: "Rosa",
  email: "rosa@example.org",
  inGoodFaith: true,
  account: null,
  source: "reporter",
  via: null,
} as const;

type Post = { readonly house: House; readonly sent: Mail[]; answer: Mailed };

function openPost(): Post {
  const post: Post = { sent: [], answer: { ok: true }, house: undefined as never };
  const mailer: Mailer = {
    send: async (mail) => {
      post.sent.push(mail);
      return post.answer;
    },
    close: () => undefined,
  };
  return Object.assign(post, { house: openHouse({ telling: { ...testTelling, mailer } }) });
}

async function dismissOne({ house }: Post, more: object = {}): Promise<string> {
  const answer = await house.reportDesk.submit({ ...written, ...more });
  if (answer.kind !== "done") expect.fail(answer.kind);
  const lead = (await house.stores.reports.find(answer.value.id))?.lead ?? "";
  const dismiss = { kind: "dismiss", reason: "opinion" } as const;
  await openStory(house).does(people.tian, { object: "lead", id: lead, command: dismiss });
  return answer.value.id;
}
const listStatuses = async ({ house }: Post): Promise<readonly unknown[]> =>
  (await house.noticeDesk.list({ limit: 9 })).items.map(({ channel, status, fault }) => [channel, status, fault]);

it("mails the outcome to the address that a report came with, in both languages, with a link to follow it", async () => {
  const post = openPost();
  const id = await dismissOne(post);
  expect(await openStory(post.house).send()).toBe(1);
  const [mail] = post.sent;
  expect(mail).toMatchObject({ to: "rosa@example.org", subject: "What came of your report / 您的举报处理结果" });
  expect(mail?.text).toContain("We do not act against opinions.");
  expect(mail?.text).toContain("我们不对意见采取措施。");
  expect(await listStatuses(post)).toEqual([["mail", "delivered", null]]);
  const [link = ""] = /https:\S+\/n\/[\w-]+/.exec(mail?.text ?? "") ?? [];
  const writing = { language: "en", link: "" } as const;
  const page = await post.house.linkDesk.open(link.slice(link.lastIndexOf("/") + 1), writing);
  expect(page).toMatchObject({ kind: "report", reference: id });
  // Nobody who keeps our data finds the address there.
  expect(JSON.stringify(await post.house.stores.notices.list({ limit: 9 }))).not.toContain("rosa");
});

it("tries again what may get better, and not what will not", async () => {
  const post = openPost();
  await dismissOne(post);
  post.answer = { ok: false, fault: "mail_unreachable", isFinal: false };
  const story = openStory(post.house);
  await story.send();
  expect(await listStatuses(post)).toEqual([["mail", "failed", "mail_unreachable"]]);
  post.house.clock.at += 11 * 60_000;
  post.answer = { ok: false, fault: "mail_refused", isFinal: true };
  expect(await story.send()).toBe(1);
  post.house.clock.at += 40 * 86_400_000;
  expect(await story.send()).toBe(0);
  expect(post.sent).toHaveLength(2);
});

it("tells an account of the platform by the platform, and whoever left no address by their link alone", async () => {
  const post = openPost();
  await dismissOne(post, { account: "u1", via: "t1" });
  await dismissOne(post, { category: "child_sexual_abuse", name: "", email: "" });
  await openStory(post.house).send();
  expect(await listStatuses(post)).toEqual([
    ["mail", "contact_unknown", null],
    ["account", "sent", null],
  ]);
  expect(post.sent).toEqual([]);
});

it("holds no notice up for one that throws, and says what it threw", async () => {
  const post = openPost();
  await dismissOne(post, { email: "broken@example.org" });
  post.house.clock.at += 60_000;
  await dismissOne(post);
  Object.defineProperty(post, "answer", {
    get: (): Mailed => (post.sent.at(-1)?.to === "broken@example.org" ? expect.fail("A fault.") : { ok: true }),
  });
  await expect(openStory(post.house).send()).rejects.toThrow("1 notices could not be tried.");
  expect(post.sent.map(({ to }) => to)).toEqual(["broken@example.org", "rosa@example.org"]);
  // The newest first.
  expect(await listStatuses(post)).toEqual([
    ["mail", "delivered", null],
    ["mail", "waiting", null],
  ]);
});

it("ends with the words of the report", async () => {
  const post = openPost();
  const id = await dismissOne(post);
  const { account = "" } = (await post.house.stores.reports.find(id)) ?? {};
  await post.house.reportDesk.eraseAccount(account);
  await openStory(post.house).send();
  expect(post.sent).toEqual([]);
  expect(await listStatuses(post)).toEqual([["mail", "ended", null]]);
});

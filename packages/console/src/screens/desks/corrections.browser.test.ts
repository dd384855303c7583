import type { StaffRole } from "@breakwater/contract";
import { beforeAll, expect, it } from "vitest";
import { openCasework, type Casework } from "../../testing/casework.ts";
import type { Hand } from "../../testing/hand.ts";
import { describeInBrowser } from "../../testing/describe-in-browser.ts";
import { listFaults, looks, takePicture, type Look, type Visit } from "../../testing/visit.ts";

const content = {
  claim: "The harbour bridge will be closed for a whole year from Monday on",
  verdict: "false",
  sources: [
    { text: "Closure plan", kind: "document", publisher: "Port authority" },
    { text: "Our visit on Monday", kind: "witness", publisher: "Harbour desk" },
  ],
  rightOfReply: "We asked whoever posted it first; they did not answer.",
};

describeInBrowser("corrections and legal holds", { isEmpty: true }, ({ house, visit, openOutside }) => {
  let work: Casework;
  beforeAll(async () => {
    work = await openCasework(house);
  }, 120_000);

  const enter = async (
    roles: readonly StaffRole[],
    path: string,
    { look, name }: { readonly look?: Look; readonly name?: string } = {},
  ): Promise<Visit & { readonly end: () => Promise<void> }> => {
    const session = await house.signIn(roles, look?.language ?? "en", name);
    const visited = await visit({ path, session, ...(look && { look }) });
    const { page, complaints, close } = visited;
    page.setDefaultTimeout(8000);
    const end = async (): Promise<void> => {
      expect(await listFaults(page)).toEqual([]);
      expect(complaints).toEqual([]);
      await close();
    };
    return { ...visited, end };
  };

  /** A determination by three people. */
  const publish = async (): Promise<string> => {
    const hands: Hand[] = [];
    for (const name of ["Eda Lind", "Edo Park", "Edi Ruiz"]) hands.push(await work.as(["editor"], name));
    const [eda, edo, edi] = hands as [Hand, Hand, Hand];
    const made = await eda("POST", "/v1/claims", content);
    const path = `/v1/claims/${String(made["id"])}`;
    const first = await edo("POST", `${path}/review`, {}, Number(made["version"]));
    const second = await edi("POST", `${path}/review`, {}, Number(first["version"]));
    await eda("POST", `${path}/publish`, { url: "https://desk.example/bridge" }, Number(second["version"]));
    return String(made["id"]);
  };

  it("a reader without an account says what is wrong, and reads what an editor answers", async () => {
    const id = await publish();
    const reader = await openOutside();
    await reader.goto(`${house.url}/claims?lang=zh-Hans`);
    await reader.getByRole("link", { name: "查看认定内容，或指出错误" }).click();
    await reader.getByRole("heading", { name: "这里有错误吗？" }).waitFor();
    await takePicture(reader, "claim-page");
    expect(await listFaults(reader)).toEqual([]);
    await reader.getByLabel("有什么错误").fill("现场告示写的是半年。");
    await reader.getByRole("button", { name: "提交" }).click();
    await reader.getByRole("heading", { name: "您的更正请求" }).waitFor();
    expect(await listFaults(reader)).toEqual([]);

    const desk = await enter(["editor"], "/desks/corrections", { name: "Fay Moss" });
    await desk.page.locator("[data-row]").first().waitFor();
    await takePicture(desk.page, "corrections");
    await desk.page.locator("[data-row]").first().click();
    await desk.page.getByText("现场告示写的是半年。").first().waitFor();
    await desk.page.getByRole("button", { name: "Answer…" }).click();
    const dialog = desk.page.getByRole("dialog", { name: "Answer" });
    await dialog.getByLabel("Answer", { exact: true }).fill("The plan says a night; we looked again.");
    expect(await listFaults(desk.page)).toEqual([]);
    await dialog.getByRole("button", { name: "Answer", exact: true }).click();
    await desk.page.getByText("The reader has an answer.").waitFor();
    await takePicture(desk.page, "correction");
    await desk.page.getByText("a reader · ").waitFor();
    await desk.page.getByRole("link", { name: "Open it in Claims" }).click();
    await desk.page.getByRole("heading", { level: 1, name: content.claim }).waitFor();
    await desk.end();

    await reader.reload();
    await reader.getByText("The plan says a night; we looked again.").waitFor();
    await takePicture(reader, "correction-page");
    await reader.close();
    for (const [name, look] of Object.entries(looks)) {
      const { page, end } = await enter(["editor"], `/desks/corrections/${id}`, { look });
      await page.getByText("现场告示写的是半年。").first().waitFor();
      await takePicture(page, `correction-${name}`);
      await end();
    }
  });

  it("an administrator finds legal holds without a case's id, and nothing else of the case", async () => {
    const caseId = await work.openCase(["a1", "a2"], { caseType: "doxxing" });
    const auditor = await work.as(["auditor"], "Ada Marsh");
    const request = { kind: "request_legal_hold", basis: "A court asks for it.", owner: "auditor" };
    await auditor("POST", `/v1/legal-holds/${caseId}/commands`, request, 1);
    for (const [name, look] of Object.entries(looks)) {
      const { page, end } = await enter(["auditor"], "/desks/legal-holds", { look });
      await page.locator("[data-row]").first().waitFor();
      await takePicture(page, `legal-holds-${name}`);
      await end();
    }
    const { page, end } = await enter(["auditor"], "/desks/legal-holds", { name: "Bo Reed" });
    await page.getByText("A court asks for it.").waitFor();
    await page.getByText("Ada Marsh").waitFor();
    await page.locator("[data-row]").first().click();
    await page.getByRole("heading", { level: 1, name: /^Legal hold/ }).waitFor();
    await end();
  });
});

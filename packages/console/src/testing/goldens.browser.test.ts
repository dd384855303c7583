import type { StaffRole } from "@breakwater/contract";
import { beforeAll, expect, it } from "vitest";
import { openCasework, toProposal } from "./casework.ts";
import { describeInBrowser } from "./describe-in-browser.ts";
import { tellFullFigures } from "./full-figures.ts";
import { readStructure } from "./read-structure.ts";
import type { Visit } from "./visit.ts";

type Screen = {
  readonly role: StaffRole;
  readonly path: string;
  /** What stands on it once everything is there. */
  readonly ready: string;
};

const claim = {
  claim: "The harbour bridge will be closed for a whole year from Monday on",
  explanation: "The port closes one lane for two nights. Buses run as always.",
  rightOfReply: "Whoever posted it first was asked, and did not answer.",
  verdict: "false",
  sources: [
    { text: "https://port.example/closure", kind: "official_statement" },
    { text: "https://gazette.example/bridge", kind: "press" },
  ],
};

const group = { accounts: 12, thingsEach: 4, at: Date.UTC(2026, 10, 20) };

/**
 * The ten screens that matter, as text (decision 20 says why not as pictures). A change that was meant: `npm run test:browser -- goldens -u`,
 * and read the difference as you read code.
 */
describeInBrowser("the ten screens that matter", { isEmpty: true, group }, ({ house, visit }) => {
  const screens = new Map<string, Screen>();
  beforeAll(async () => {
    const work = await openCasework(house);
    const [analyst, editor] = [await work.as(["analyst"]), await work.as(["editor"], "Eda Novak")];
    const written = await editor("POST", "/v1/claims", claim);
    const decided = await work.openCase(["d1"]);
    await work.investigate(decided, ["d1"]);
    await work.give(analyst, `/v1/cases/${decided}`, toProposal(["d1"]));
    const decision = await work.approve(decided);
    await work.passOn(decision);
    await work.carryOut(decision);
    const proposed = await work.openCase(["p1", "p2"]);
    await work.investigate(proposed, ["p1", "p2"]);
    await work.give(analyst, `/v1/cases/${proposed}`, toProposal(["p1"]));
    const investigated = await work.openCase(["b1"], { caseType: "fraud" });
    await work.investigate(investigated, ["b1"]);
    await house.report("post-1");
    const reason = "They posted one text within seconds of one another, six times over.";
    const signals = [{ family: "co_timing", axis: "coordinated" }];
    const lead = await analyst("POST", "/v1/leads", { source: "analyst", refs: ["a1", "a2"], reason, signals });
    const [one] = ((await analyst("GET", "/v1/groups"))["items"] ?? []) as readonly { readonly id: string }[];
    const listed: readonly (readonly [string, Screen])[] = [
      ["now", { role: "triage", path: "/", ready: "main .row" }],
      ["leads", { role: "triage", path: "/leads", ready: "#leads [data-row]" }],
      ["lead", { role: "triage", path: `/leads/${String(lead["id"])}`, ready: ".commands" }],
      ["group", { role: "analyst", path: `/groups/${one?.id}`, ready: ".network[data-stage=settled]" }],
      ["claim", { role: "editor", path: `/claims/entry/${String(written["id"])}`, ready: "main .stack" }],
      ["case", { role: "analyst", path: `/cases/${investigated}`, ready: ".commands" }],
      ["proposal", { role: "analyst", path: `/cases/${investigated}/propose`, ready: "main form" }],
      ["job", { role: "approver", path: `/queues/approval/${proposed}`, ready: ".commands" }],
      ["decision", { role: "approver", path: `/decisions/${decision}`, ready: ".commands" }],
      ["figures", { role: "auditor", path: "/figures?from=2026-04&to=2026-08", ready: ".chart-months" }],
    ];
    for (const [name, screen] of listed) screens.set(name, screen);
  }, 240_000);

  it.each(["now", "leads", "lead", "group", "claim", "case", "proposal", "job", "decision", "figures"])(
    "%s is made of what it was made of",
    async (name) => {
      const screen = screens.get(name);
      if (screen === undefined) throw new Error(`There is no screen ${name}.`);
      const { page, complaints, close } = await open(screen);
      await page.locator(screen.ready).first().waitFor();
      await page.waitForLoadState("networkidle");
      await expect(await readStructure(page, name === "now" ? "body" : "main")).toMatchFileSnapshot(
        `goldens/${name}.txt`,
      );
      expect(complaints).toEqual([]);
      await close();
    },
  );

  const open = async ({ role, path }: Screen): Promise<Visit> => {
    const session = await house.signIn([role]);
    const opened = await visit({ path: "/nowhere", session });
    await tellFullFigures(opened.page);
    await opened.page.goto(`${house.url}/console${path}`);
    return opened;
  };
});

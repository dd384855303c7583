import { roleScopes, staffRoles, type StaffRole } from "@breakwater/contract";
import { expect, it } from "vitest";
import { describeInBrowser } from "../../testing/describe-in-browser.ts";
import { listFaults, takePicture } from "../../testing/visit.ts";
import { desks } from "./desks.ts";

const signedInByProvider = staffRoles.filter((role) => role !== "admin");

describeInBrowser("each role's limits", { isEmpty: true }, ({ house, visit }) => {
  it.each(signedInByProvider)(
    "%s goes where the contract lets them, and is told who may go elsewhere",
    async (role: StaffRole) => {
      const session = await house.signIn([role]);
      const { page, complaints, close } = await visit({ path: "/desks", session });
      page.setDefaultTimeout(8000);
      const tabs = page.getByRole("navigation", { name: "Desks" }).getByRole("listitem");
      await tabs.first().waitFor();
      expect(await tabs.count()).toBe(desks.length);
      for (const [place, { key, scope, path }] of desks.entries()) {
        const tab = tabs.nth(place);
        const isOpen = roleScopes[role].includes(scope);
        expect(await tab.getByRole("link").count(), key).toBe(isOpen ? 1 : 0);
        if (!isOpen) expect(await tab.textContent(), key).toMatch(/For: .+\. Ask an administrator\./);
        const answer =
          key === "register"
            ? await page.request.post(`${house.url}${probes[key]}`, { data: lookUp, headers: { origin: house.url } })
            : await page.request.get(`${house.url}${probes[key]}`);
        expect(answer.status() === 403, `${key} of the API as of the tab`).toBe(!isOpen);
        if (isOpen) continue;
        await page.goto(`${house.url}/console${path}`);
        await page.getByText("None of your roles may open this desk").waitFor();
      }
      await takePicture(page, `limits-${role}`);
      expect(await listFaults(page)).toEqual([]);
      expect(complaints).toEqual([]);
      await close();
    },
  );
});

/** What each desk asks first. The register cannot be read, only looked into. */
const probes = {
  authority: "/v1/authority-requests",
  "hand-overs": "/v1/transfers",
  reports: "/v1/reports",
  reporters: "/v1/reporters",
  corrections: "/v1/corrections",
  "legal-holds": "/v1/legal-holds",
  victims: "/v1/victim-workspaces",
  holds: "/v1/holds",
  unmasking: "/v1/unmaskings",
  register: "/v1/register-entries/none/commands",
  operations: "/v1/operations",
  reviews: "/v1/self-reviews",
  policies: "/v1/policy-records",
  effects: "/v1/effects",
  statements: "/v1/statements",
  views: "/v1/views",
} as const;
const lookUp = { kind: "look_up", reason: "To see whether I may." };

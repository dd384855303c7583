import { getNotice, listNotices, noteNoticeDelivery } from "@breakwater/contract";
import { expect, it } from "vitest";
import { asToken, openTestFront } from "../../http/testing/test-front.ts";
import { openHouse } from "../testing/open-house.ts";
import { openStory } from "../testing/open-story.ts";
import { createNoticeRoutes } from "./notice-routes.ts";

it("GET /v1/notices, a notice, and what became of it: each under its own scope", async () => {
  const house = openHouse();
  const story = openStory(house);
  const { app, url } = await openTestFront(createNoticeRoutes({ desk: house.noticeDesk }));
  try {
    const call = async (path: string, scopes: readonly string[], body?: unknown): Promise<Response> =>
      fetch(`${url}${path}`, {
        headers: { ...asToken(scopes), "content-type": "application/json" },
        ...(body === undefined ? {} : { method: "POST", body: JSON.stringify(body) }),
      });
    for (const name of ["c1", "c2"]) {
      await story.investigate(name, `a-${name}`);
      await story.decide(name, `a-${name}`, ["suspend"]);
      house.clock.at += 1000;
    }
    const first = await (await call("/v1/notices?limit=1", [listNotices.access])).json();
    expect(first).toMatchObject({ items: [{ about: { id: "d-c2" }, status: "waiting" }] });
    const { nextCursor } = first as { readonly nextCursor: string };
    const rest = await call(`/v1/notices?cursor=${encodeURIComponent(nextCursor)}`, [listNotices.access]);
    expect(await rest.json()).toMatchObject({ items: [{ about: { id: "d-c1" } }], nextCursor: null });
    const about = await (await call("/v1/notices?about=d-c1&status=waiting", [listNotices.access])).json();
    const [{ id } = { id: "" }] = (about as { readonly items: readonly { readonly id: string }[] }).items;
    // Whoever lists them learns neither whom they are for nor what they say.
    expect(JSON.stringify(about)).not.toMatch(/a-c1|link|letters/u);

    const delivered = { outcome: "delivered" };
    expect((await call(`/v1/notices/${id}`, [getNotice.access])).status).toBe(404);
    expect((await call(`/v1/notices/${id}/delivery`, [noteNoticeDelivery.access], delivered)).status).toBe(404);
    await story.send();
    expect((await call(`/v1/notices/${id}`, [listNotices.access])).status).toBe(403);
    const read = await call(`/v1/notices/${id}`, [getNotice.access]);
    expect(await read.json()).toMatchObject({ kind: "decision", account: "a-c1", status: "sent" });
    expect(read.headers.get("cache-control")).toBe("no-store");
    expect((await call(`/v1/notices/${id}/delivery`, [listNotices.access], delivered)).status).toBe(403);
    const noted = await call(`/v1/notices/${id}/delivery`, [noteNoticeDelivery.access], delivered);
    expect(await noted.json()).toEqual({ id, status: "delivered" });
    expect((await call(`/v1/notices/none/delivery`, [noteNoticeDelivery.access], delivered)).status).toBe(404);
  } finally {
    await app.close();
  }
});

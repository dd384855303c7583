import { defaultSettings } from "@breakwater/casework";
import { people } from "@breakwater/casework/testing";
import { expect } from "vitest";
import { createAuthenticator } from "../../access/authenticator.ts";
import { createAccessPages } from "../../access/pages/access-pages.ts";
import { createTestBytes, openTestDesk } from "../../access/testing/test-desk.ts";
import { openHouse, type House } from "../../casework/testing/open-house.ts";
import { openStory, type Story } from "../../casework/testing/open-story.ts";
import { createClaimDesk, type ClaimDesk } from "../../claims/desk/claim-desk.ts";
import { createMemoryClaimStore } from "../../claims/store/memory-claim-store.ts";
import { createDeterminationRecord } from "../../casework/record-determination.ts";
import { createClaimChecker } from "../../claims/check/claim-checker.ts";
import { createPostChecker } from "../../claims/check/check-post.ts";
import { createMatcher } from "../../claims/check/matcher.ts";
import { createDoorSamples } from "../../claims/samples/door-samples.ts";
import { makeAdopted } from "../../claims/testing/entries.ts";
import { openTestFront, type TestFront } from "../../http/testing/test-front.ts";
import { createMemoryOutbox, createMemoryTransactor } from "../../state/memory-state.ts";
import { createPublicPages, type PublicPagesDeps } from "../public-pages.ts";

export const claim = "城东水厂今天下午三点爆炸，自来水里全是苯，大家这几天千万不要喝自来水";
export const debunk = "https://desk.example/water";

export type OpenedPages = {
  readonly house: House;
  readonly story: Story;
  readonly front: TestFront;
  /** The registry, whose steps casework records. */
  readonly claimDesk: ClaimDesk;
  /** The path of the link of a notice. */
  readonly pathOf: (notice: string) => Promise<string>;
  readonly close: () => Promise<void>;
};

/** The pages behind the service's own front, over casework in SQLite. */
export async function openPages(more: Partial<PublicPagesDeps> = {}): Promise<OpenedPages> {
  const house = openHouse();
  const claims = createClaimChecker();
  const entry = makeAdopted({ id: "water", claim, url: debunk, title: "水厂没有爆炸" });
  const unadopted = makeAdopted({
    id: "tea",
    claim: "喝隔夜茶会致癌，里面的亚硝酸盐超标一百倍，专家提醒马上倒掉",
    adoptedBy: [],
  });
  for (const one of [entry, unadopted]) claims.applyChange(one.id, one);
  const checker = createPostChecker({
    matcher: createMatcher({ claims, now: Date.now }),
    samples: createDoorSamples(),
    appendOne: async () => expect.fail("Nothing is kept."),
    sourceOf: () => "",
    now: Date.now,
  });
  const { casework: store, listing, jobs } = house.stores;
  const claimDesk = createClaimDesk({
    store: createMemoryClaimStore(),
    transactor: createMemoryTransactor(),
    outbox: createMemoryOutbox(),
    record: createDeterminationRecord({ store, settings: defaultSettings, readModels: [listing, jobs] }),
  });
  const now = (): number => house.clock.at;
  const { access, deps } = openTestDesk();
  const { publicUrl } = deps;
  const randomBytes = createTestBytes("pages");
  const front = await openTestFront([], {
    plugins: [
      createAccessPages({
        access,
        authenticator: createAuthenticator({ access, publicUrl, now }),
        publicUrl,
        now,
        randomBytes,
        version: "0.0.0",
        apiDescriptionPath: "/v1/openapi.json",
        consolePath: null,
        oidc: null,
      }),
      createPublicPages({
        links: house.linkDesk,
        statements: house.publishedStatements,
        claims: claimDesk,
        checker,
        takesReports: true,
        publicUrl,
        now,
        randomBytes,
        ...more,
      }),
    ],
  });
  return {
    house,
    story: openStory(house),
    front,
    claimDesk,
    pathOf: async (notice) => {
      const answer = await house.noticeDesk.read(notice);
      return answer.kind === "done" ? new URL(answer.value.link).pathname : expect.fail(answer.kind);
    },
    close: async () => {
      await front.app.close();
    },
  };
}

/** A decision, a question and a hold, each told; gives the paths of their links. */
export async function tellAll({ story, pathOf }: OpenedPages): Promise<{
  readonly decision: string;
  readonly hearing: string;
  readonly hold: string;
}> {
  await story.investigate("c1", "a1");
  await story.decide("c1", "a1", ["suspend"]);
  const [decision = ""] = await story.passOn();
  await story.investigate("c2", "a2");
  const hearing = { kind: "start_hearing", account: "a2", declaredMedia: false } as const;
  await story.does(people.ana, { object: "case", id: "c2", command: hearing });
  const [question = ""] = await story.passOn();
  await story.hold("h1", "a3");
  const [hold = ""] = await story.passOn();
  return { decision: await pathOf(decision), hearing: await pathOf(question), hold: await pathOf(hold) };
}

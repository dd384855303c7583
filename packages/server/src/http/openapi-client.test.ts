import { routes, toOpenApi } from "@breakwater/contract";
import { OpenAPIClientAxios, type Document, type OpenAPIClient } from "openapi-client-axios";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bindSampleRoutes, sampleRoutes } from "./testing/sample-routes.ts";
import { asToken, openTestFront, type TestFront } from "./testing/test-front.ts";

// A public tool makes a client of the document; it and the service have to understand one another.
describe("a client made of the OpenAPI document", () => {
  let front: TestFront;
  let client: OpenAPIClient;
  const open = async (definition: Document): Promise<OpenAPIClient> => {
    const api = new OpenAPIClientAxios({
      definition,
      withServer: { url: front.url },
      axiosConfigDefaults: { headers: asToken(), validateStatus: () => true },
    });
    return api.init();
  };
  beforeAll(async () => {
    front = await openTestFront(bindSampleRoutes());
    client = await open(toOpenApi(sampleRoutes) as unknown as Document);
  });
  afterAll(async () => front.app.close());

  it("sends parameters, bodies and headers that are understood", async () => {
    const added = await client["addNote"]?.({ dry: "yes" }, { text: "hi", tags: ["a"] });
    expect([added?.status, added?.data]).toEqual([201, { id: "n1", text: "hi" }]);
    const read = await client["getNote"]?.({ id: "urn:a/b" });
    expect(read?.data).toEqual({ id: "urn:a/b" });
    const changed = await client["changeNote"]?.({ id: "a", "If-Match": '"3"' }, { text: "b" });
    expect(changed?.data).toEqual({ version: 4 });
    const adopted = await client["adoptNote"]?.({ id: "a" });
    expect(adopted?.data).toEqual({ id: "a", by: "token" });
    const refused = await client["changeNote"]?.({ id: "a", "If-Match": '"1"' }, { text: "b" });
    expect(refused?.data).toMatchObject({ code: "precondition_failed" });
  });

  it("is made of the document that the service serves", async () => {
    const served = (await (await fetch(`${front.url}/v1/openapi.json`)).json()) as Document;
    expect(served).toEqual(JSON.parse(JSON.stringify(toOpenApi(routes))));
    expect((await (await open(served))["getAlive"]?.())?.data).toEqual({ status: "alive" });
  });
});

import { listRuleOrders } from "@breakwater/casework/testing";
import type { Instant } from "@breakwater/casework";
import type { CaseworkDesk } from "../desk/casework-desk.ts";

/** The rule that the pieces of casework's tests name: without one in force nothing can be decided. */
export async function bringRuleIntoForce(desk: Pick<CaseworkDesk, "execute">, at: Instant): Promise<void> {
  for (const { order, ...by } of listRuleOrders(at)) {
    const answer = await desk.execute(order, by);
    if (answer.kind !== "done") throw new Error(`The rule of the tests: ${JSON.stringify(answer)}.`);
  }
}

import type { Attempt, Delivery, Endpoint, Placed, StoredSecret, WebhookStore } from "./webhook-store.ts";

/** The obvious way: lists that are filtered. For tests, and to hold the others to. */
export function createMemoryWebhookStore(): WebhookStore {
  let endpoints: Endpoint[] = [];
  let secrets: StoredSecret[] = [];
  let deliveries: Placed<Delivery>[] = [];
  let attempts: Attempt[] = [];
  let position = 0;

  const change = (isMeant: (delivery: Delivery) => boolean, to: (delivery: Delivery) => Delivery): number => {
    const meant = new Set(deliveries.filter(isMeant).map(({ id }) => id));
    deliveries = deliveries.map((one) => (meant.has(one.id) ? { ...to(one), position: one.position } : one));
    return meant.size;
  };
  const bare = (placed: Placed<Delivery>): Delivery => {
    const { position: _position, ...delivery } = placed;
    return delivery;
  };
  const isDue = (delivery: Delivery, at: number): boolean =>
    delivery.status === "pending" && delivery.nextTryAt !== null && delivery.nextTryAt <= at;

  return {
    insertEndpoint: async (endpoint) => void endpoints.push(endpoint),
    updateEndpoint: async (endpoint) => {
      endpoints = endpoints.map((one) => (one.id === endpoint.id ? endpoint : one));
    },
    findEndpoint: async (id) => endpoints.find((one) => one.id === id) ?? null,
    listEndpoints: async () => [...endpoints],
    deleteEndpoint: async (id) => {
      const gone = new Set(deliveries.filter(({ endpoint }) => endpoint === id).map((delivery) => delivery.id));
      endpoints = endpoints.filter((one) => one.id !== id);
      secrets = secrets.filter(({ endpoint }) => endpoint !== id);
      deliveries = deliveries.filter(({ endpoint }) => endpoint !== id);
      attempts = attempts.filter(({ delivery }) => !gone.has(delivery));
    },

    insertSecret: async (secret) => void secrets.unshift(secret),
    listSecrets: async (endpoint) => secrets.filter((secret) => secret.endpoint === endpoint),
    expireSecrets: async (endpoint, expiresAt) => {
      secrets = secrets.map((one) =>
        one.endpoint === endpoint && one.expiresAt === null ? { ...one, expiresAt } : one,
      );
    },
    deleteSecrets: async (ids) => {
      secrets = secrets.filter(({ id }) => !ids.includes(id));
    },

    insertDelivery: async (delivery) => {
      if (deliveries.some(({ id }) => id === delivery.id)) return;
      position += 1;
      deliveries.push({ ...delivery, position });
    },
    updateDelivery: async (delivery) => {
      change(
        ({ id }) => id === delivery.id,
        () => delivery,
      );
    },
    findDelivery: async (id) => {
      const found = deliveries.find((one) => one.id === id);
      return found === undefined ? null : bare(found);
    },
    listDeliveries: async ({ endpoint, status, before = Infinity, limit }) =>
      deliveries
        .filter((one) => one.endpoint === endpoint && one.position < before)
        .filter((one) => status === undefined || one.status === status)
        .toSorted((a, b) => b.position - a.position)
        .slice(0, limit),
    countPending: async (endpoint) =>
      deliveries.filter((one) => one.endpoint === endpoint && one.status === "pending").length,
    listDue: async (endpoint, at, limit) =>
      deliveries
        .filter((one) => one.endpoint === endpoint && one.sequence !== null && isDue(one, at))
        .slice(0, limit)
        .map(bare),
    listDuePings: async (at, limit) =>
      deliveries
        .filter((one) => one.sequence === null && isDue(one, at))
        .slice(0, limit)
        .map(bare),
    nextDueAt: async (after) => {
      const enabled = new Set(endpoints.filter(({ disabledReason }) => disabledReason === null).map(({ id }) => id));
      const times = deliveries
        .filter(
          ({ status, sequence, endpoint }) => status === "pending" && (sequence === null || enabled.has(endpoint)),
        )
        .flatMap(({ nextTryAt }) => nextTryAt ?? [])
        .filter((at) => at > after);
      return times.length === 0 ? null : Math.min(...times);
    },
    wake: async (endpoint, lastBefore, at) => {
      change(
        (one) =>
          one.endpoint === endpoint && one.status === "pending" && one.lastAt !== null && one.lastAt < lastBefore,
        (one) => ({ ...one, nextTryAt: Math.min(at, one.nextTryAt ?? at) }),
      );
    },
    replayFailed: async (endpoint, since, at) =>
      change(
        (one) =>
          one.endpoint === endpoint && one.status === "failed" && one.sequence !== null && one.createdAt >= since,
        (one) => ({ ...one, status: "pending", attempts: 0, nextTryAt: at }),
      ),
    deleteDeliveriesBefore: async (at) => {
      const gone = new Set(
        deliveries.filter(({ status, createdAt }) => status !== "pending" && createdAt < at).map(({ id }) => id),
      );
      deliveries = deliveries.filter(({ id }) => !gone.has(id));
      attempts = attempts.filter(({ delivery }) => !gone.has(delivery));
      return gone.size;
    },

    insertAttempt: async (attempt) => void attempts.push(attempt),
    listAttempts: async (delivery, limit) =>
      attempts
        .filter((attempt) => attempt.delivery === delivery)
        .toSorted((a, b) => a.number - b.number)
        .slice(-limit),
    trimAttempts: async (delivery, keep) => {
      const own = attempts.filter((attempt) => attempt.delivery === delivery).toSorted((a, b) => b.number - a.number);
      const gone = new Set(own.slice(keep));
      attempts = attempts.filter((attempt) => !gone.has(attempt));
    },
  };
}

import { Agent, request } from "node:http";

export type Answer = {
  readonly status: number;
  readonly body: string;
  readonly ms: number;
  readonly retryAfter: number;
};

/** Posts over connections that are kept open. Bare `node:http`: the client stands on the same two cores as the service. */
export function createPoster(url: string, token: string, connections: number) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  return {
    post: (path: string, type: string, body: string | Buffer): Promise<Answer> =>
      new Promise((resolve, reject) => {
        const started = performance.now();
        const headers = {
          authorization: `Bearer ${token}`,
          "content-type": type,
          "content-length": Buffer.byteLength(body),
        };
        const sent = request(`${url}${path}`, { method: "POST", agent, headers }, (response) => {
          const parts: Buffer[] = [];
          response.on("data", (part: Buffer) => parts.push(part));
          response.on("error", reject);
          response.on("end", () =>
            resolve({
              status: response.statusCode ?? 0,
              body: Buffer.concat(parts).toString(),
              ms: performance.now() - started,
              retryAfter: Number(response.headers["retry-after"] ?? 0),
            }),
          );
        });
        sent.on("error", reject);
        sent.end(body);
      }),
    close: () => agent.destroy(),
  };
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

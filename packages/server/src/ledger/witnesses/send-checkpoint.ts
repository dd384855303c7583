/** What became of a checkpoint that was sent to an address outside. */
export type Sent = { readonly url: string; readonly isTaken: boolean };

const timeoutMs = 10_000;

/**
 * Sends a checkpoint, as it is, to addresses outside: whoever keeps it is a witness, and the only check on the holder of the key.
 * An address that fails is told, not retried here: the next checkpoint binds everything that this one does.
 */
export async function sendCheckpoint(checkpoint: Uint8Array, urls: readonly string[]): Promise<readonly Sent[]> {
  return Promise.all(
    urls.map(async (url): Promise<Sent> => {
      try {
        const answer = await fetch(url, {
          method: "POST",
          headers: { "content-type": "text/plain; charset=utf-8" },
          body: Buffer.from(checkpoint),
          redirect: "error",
          signal: AbortSignal.timeout(timeoutMs),
        });
        await answer.body?.cancel();
        return { url, isTaken: answer.ok };
      } catch {
        return { url, isTaken: false };
      }
    }),
  );
}

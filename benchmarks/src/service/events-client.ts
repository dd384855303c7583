export type HeardNotice = { readonly kind: string; readonly data: Record<string, unknown>; readonly seenAt: number };

/** Listens to `/v1/events` until the signal aborts, and says when each notice was seen by the wall clock. */
export async function listenToEvents(
  { url, token, kinds }: { readonly url: string; readonly token: string; readonly kinds: readonly string[] },
  signal: AbortSignal,
  onNotice: (notice: HeardNotice) => void,
): Promise<void> {
  const headers = { authorization: `Bearer ${token}` };
  const response = await fetch(`${url}/v1/events?kinds=${kinds.join(",")}`, { headers, signal });
  if (response.body === null || !response.ok) throw new Error(`/v1/events said ${response.status}.`);
  let rest = "";
  try {
    for await (const part of response.body.pipeThrough(new TextDecoderStream())) {
      const seenAt = Date.now();
      const frames = (rest + part).split("\n\n");
      rest = frames.pop() ?? "";
      for (const frame of frames) {
        const kind = /^event: ?(.*)$/m.exec(frame)?.[1];
        const data = /^data: ?(.*)$/m.exec(frame)?.[1];
        if (kind === undefined || data === undefined) continue;
        const message = JSON.parse(data) as { readonly data?: Record<string, unknown> };
        onNotice({ kind, data: message.data ?? (message as Record<string, unknown>), seenAt });
      }
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}

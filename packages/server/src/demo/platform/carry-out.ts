import {
  confirmEffect,
  getNotice,
  listEffects,
  listNotices,
  noteNoticeDelivery,
  type NoticeMessage,
} from "@breakwater/contract";
import { createHash } from "node:crypto";
import { DemoRefusal, type DemoApi } from "../demo-api.ts";

/** A notice as the account got it. */
export type Letter = {
  readonly id: string;
  readonly account: string;
  readonly kind: string;
  /** Whether the platform has said that the account has it. */
  readonly isDelivered: boolean;
  /** By language. */
  readonly subjects: Readonly<Record<string, string>>;
  readonly link: string;
};

/** Does what a notice of the service asks of the platform, and says that it did. What it does not know it passes over. */
export async function carryOut(api: DemoApi, { type, data }: NoticeMessage): Promise<void> {
  if (type === "notice.send") return deliver(api, String(data["notice"]));
  if (orders.has(type)) await confirm(api, { id: String(data["effect"]), type: String(data["type"]) });
}

const orders: ReadonlySet<string> = new Set(["measure.apply", "measure.reverse", "hold.place", "hold.release"]);

/** What is still asked of the platform: it may have been away when it was told. */
export async function catchUp(api: DemoApi): Promise<void> {
  const { items: effects } = await api.call(listEffects, { query: { state: "asked", limit: 200 } });
  for (const effect of effects) await confirm(api, effect).catch(passOver);
  const { items: notices } = await api.call(listNotices, { query: { status: "sent", limit: 200 } });
  for (const { id, channel } of notices) {
    if (channel === "account") await deliver(api, id).catch(passOver);
  }
}

async function deliver(api: DemoApi, id: string): Promise<void> {
  await api.call(noteNoticeDelivery, { params: { id }, body: { outcome: "delivered" } });
}

/** The register knows an account by a keyed pseudonym alone. */
async function confirm(api: DemoApi, { id, type }: { readonly id: string; readonly type: string }): Promise<void> {
  const registerKey = type === "register" ? createHash("sha256").update(`demo ${id}`).digest("hex") : null;
  await api.call(confirmEffect, { params: { id }, body: { registerKey } });
}

/** Something that is over by now: another delivery of the same was first. */
export function passOver(error: unknown): void {
  if (!(error instanceof DemoRefusal)) throw error;
}

/** Notices that accounts of the platform got, the newest first, at most `limit`. */
export async function listLetters(api: DemoApi, limit: number, about?: string): Promise<readonly Letter[]> {
  const query = { status: "sent,delivered", limit, ...(about === undefined ? {} : { about }) };
  const { items } = await api.call(listNotices, { query });
  const letters: Letter[] = [];
  for (const { id } of items.filter(({ channel }) => channel === "account")) {
    const notice = await api.call(getNotice, { params: { id } }).catch(passOver);
    if (notice === undefined) continue;
    const subjects = Object.fromEntries(notice.letters.map(({ language, subject }) => [language, subject]));
    const { account, kind, link, status } = notice;
    letters.push({ id, account, kind, isDelivered: status === "delivered", subjects, link });
  }
  return letters;
}

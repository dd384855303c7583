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
  if (type === "notice.send") {
    await api.call(noteNoticeDelivery, { params: { id: String(data["notice"]) }, body: { outcome: "delivered" } });
    return;
  }
  if (type !== "measure.apply" && type !== "measure.reverse" && type !== "hold.place" && type !== "hold.release")
    return;
  const id = String(data["effect"]);
  // The register knows an account by a keyed pseudonym alone.
  const registerKey = data["type"] === "register" ? createHash("sha256").update(`demo ${id}`).digest("hex") : null;
  await api.call(confirmEffect, { params: { id }, body: { registerKey } });
}

/** What is still asked of the platform: it may have been away when it was told. */
export async function catchUp(api: DemoApi): Promise<void> {
  const { items: effects } = await api.call(listEffects, { query: { state: "asked", limit: 200 } });
  for (const { id, type } of effects) {
    const registerKey = type === "register" ? createHash("sha256").update(`demo ${id}`).digest("hex") : null;
    await api.call(confirmEffect, { params: { id }, body: { registerKey } }).catch(passOver);
  }
  const { items: notices } = await api.call(listNotices, { query: { status: "sent", limit: 200 } });
  for (const { id, channel } of notices.filter((notice) => notice.channel === "account")) {
    if (channel === "account") {
      await api.call(noteNoticeDelivery, { params: { id }, body: { outcome: "delivered" } }).catch(passOver);
    }
  }
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

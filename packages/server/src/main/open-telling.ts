import { hkdfSync } from "node:crypto";
import type { Telling } from "../casework/create-casework.ts";
import { createLinks } from "../casework/notices/links.ts";
import type { Config } from "../config/schema.ts";
import { createMailer, type Mailer } from "../mail/create-mailer.ts";
import { readSecretFile } from "./read-secret-file.ts";
import type { Setup } from "./setup.ts";

/** All but the texts of rules, which their registry gives. */
export type TellingSettings = Omit<Telling, "findRuleText">;

/** How people are told, by the configuration. The key of links comes of the one under `keys`, which is in no backup of the data. */
export function openTelling({
  config,
  sealKey,
  publicUrl,
}: Pick<Setup, "config" | "sealKey" | "publicUrl">): TellingSettings {
  const { notices, pages, mail } = config;
  return {
    links: createLinks(new Uint8Array(hkdfSync("sha256", sealKey, "breakwater casework", "links", 32))),
    publicUrl,
    redress: { disputeBody: notices.dispute_body, court: notices.court },
    publishesStatements: pages.statements,
    mailer: mail === undefined ? null : openMailer(mail),
  };
}

function openMailer({ host, port, security, user, password_file: file, from }: NonNullable<Config["mail"]>): Mailer {
  const password = file === undefined ? null : readSecretFile(file, "mail.password_file");
  return createMailer({ host, port, security, user: user ?? null, password, from });
}

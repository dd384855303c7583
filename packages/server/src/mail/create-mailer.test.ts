import { SMTPServer, type SMTPServerOptions } from "smtp-server";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { afterEach, describe, expect, it } from "vitest";
import { createMailer, type Mailer, type MailerOptions } from "./create-mailer.ts";

type Post = { readonly mailer: Mailer; readonly received: string[]; readonly recipients: string[] };
const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** A mail server of this machine, and a mailer that sends to it. */
async function openPost(server: Partial<SMTPServerOptions> = {}, options: Partial<MailerOptions> = {}): Promise<Post> {
  const [received, recipients]: [string[], string[]] = [[], []];
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData: (stream, session, done) => {
      void text(stream).then((message) => {
        received.push(message);
        recipients.push(...session.envelope.rcptTo.map(({ address }) => address));
        done();
      });
    },
    ...server,
  });
  await new Promise<void>((resolve) => smtp.listen(0, "127.0.0.1", () => resolve()));
  closing.push(() => new Promise((resolve) => smtp.close(() => resolve())));
  const { port } = smtp.server.address() as AddressInfo;
  const mailer = createMailer({
    host: "127.0.0.1",
    port,
    security: "none",
    user: null,
    password: null,
    from: "Community <moderation@example.org>",
    timeoutMs: 2_000,
    ...options,
  });
  return { mailer, received, recipients };
}
const mail = { to: "rosa@example.org", subject: "What came of it 结果", text: "Read it.\n请看。\n", id: "notice-1" };

describe("createMailer()", () => {
  it("hands a message to a server, in any script, under an id that stays the same", async () => {
    const { mailer, received, recipients } = await openPost();
    expect(await mailer.send(mail)).toEqual({ ok: true });
    expect(recipients).toEqual(["rosa@example.org"]);
    expect(received[0]).toMatch(/^Message-ID: <notice-1@example\.org>\r$/im);
    expect(received[0]).toMatch(/^From: Community <moderation@example\.org>\r$/im);
    expect(received[0]).toMatch(/^Auto-Submitted: auto-generated\r$/im);
    const [, body = ""] = (received[0] ?? "").split("\r\n\r\n");
    expect(Buffer.from(body, "base64").toString()).toContain("请看。");
  });

  it("signs in with its password", async () => {
    const seen: string[] = [];
    const { mailer } = await openPost(
      {
        authOptional: false,
        allowInsecureAuth: true,
        onAuth: ({ username, password }, _session, done) => {
          seen.push(`${username ?? ""} ${password ?? ""}`);
          done(null, { user: username ?? "" });
        },
      },
      { user: "bot", password: "secret" },
    );
    expect(await mailer.send(mail)).toEqual({ ok: true });
    expect(seen).toEqual(["bot secret"]);
  });

  it.each([
    ["one address after another", "a@example.org, b@example.org"],
    ["a header", "a@example.org\r\nBcc: b@example.org"],
    ["a name", "Rosa <a@example.org>"],
    ["nothing", ""],
  ])("does not try %s", async (_, to) => {
    const { mailer, received } = await openPost();
    expect(await mailer.send({ ...mail, to })).toEqual({ ok: false, fault: "mail_address", isFinal: true });
    expect(received).toEqual([]);
  });

  it("tells what may get better from what will not", async () => {
    const refuse = (code: number): Partial<SMTPServerOptions> => ({
      onRcptTo: (_address, _session, done) => done(Object.assign(new Error("no"), { responseCode: code })),
    });
    const gone = await openPost(refuse(550));
    expect(await gone.mailer.send(mail)).toEqual({ ok: false, fault: "mail_refused", isFinal: true });
    const full = await openPost(refuse(452));
    expect(await full.mailer.send(mail)).toEqual({ ok: false, fault: "mail_refused", isFinal: false });
    const nobody = await openPost({}, { port: 1 });
    expect(await nobody.mailer.send(mail)).toEqual({ ok: false, fault: "mail_unreachable", isFinal: false });
    const silent = await openPost({ onConnect: () => undefined }, { timeoutMs: 300 });
    expect(await silent.mailer.send(mail)).toMatchObject({ ok: false, isFinal: false });
  });

  it("sends nothing in the clear where it was told not to", async () => {
    const { mailer, received } = await openPost({}, { security: "starttls" });
    expect(await mailer.send(mail)).toMatchObject({ ok: false });
    expect(received).toEqual([]);
  });
});

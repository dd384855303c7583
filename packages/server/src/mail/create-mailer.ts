import { createTransport } from "nodemailer";

export type Mail = {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** The same for the same message, so that a mailbox shows it once though it may be sent twice. Of `[A-Za-z0-9-]`. */
  readonly id: string;
};

/** `isFinal`: it will not get better by trying again. */
export type Mailed =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly fault: "mail_address" | "mail_refused" | "mail_unreachable";
      readonly isFinal: boolean;
    };

export interface Mailer {
  /** Resolves once the server has taken it, or has not. Never throws. */
  send(mail: Mail): Promise<Mailed>;
  close(): void;
}

export type MailerOptions = {
  readonly host: string;
  readonly port: number;
  /** `starttls`: refuses to go on in the clear. `none`: for a server on this machine. */
  readonly security: "starttls" | "tls" | "none";
  readonly user: string | null;
  readonly password: string | null;
  /** `Community <moderation@example.org>` */
  readonly from: string;
  /** How long the server may be silent, ms. */
  readonly timeoutMs?: number;
};

/** One address and nothing that could be read as more than one. */
const address = /^[^\s@<>()[\]",;:\\]{1,64}@[^\s@<>()[\]",;:\\]{1,255}$/;

export function createMailer({
  host,
  port,
  security,
  user,
  password,
  from,
  timeoutMs = 10_000,
}: MailerOptions): Mailer {
  const transport = createTransport({
    host,
    port,
    secure: security === "tls",
    requireTLS: security === "starttls",
    ignoreTLS: security === "none",
    ...(user === null ? {} : { auth: { user, pass: password ?? "" } }),
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    // What is sent is what it was given, never what a name in it stands for.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const domain = /@([^\s>]+)>?\s*$/.exec(from)?.[1] ?? host;
  return {
    send: async ({ to, subject, text, id }) => {
      if (!address.test(to)) return { ok: false, fault: "mail_address", isFinal: true };
      try {
        await transport.sendMail({
          from,
          to: { name: "", address: to },
          subject,
          text,
          textEncoding: "base64",
          messageId: `<${id}@${domain}>`,
          headers: { "auto-submitted": "auto-generated" },
        });
        return { ok: true };
      } catch (error) {
        const code = readNumber(error, "responseCode");
        if (code === null) return { ok: false, fault: "mail_unreachable", isFinal: false };
        return { ok: false, fault: "mail_refused", isFinal: code >= 550 && code < 560 };
      }
    },
    close: () => transport.close(),
  };
}

function readNumber(value: unknown, name: string): number | null {
  const member = typeof value === "object" && value !== null && name in value ? Reflect.get(value, name) : null;
  return typeof member === "number" ? member : null;
}

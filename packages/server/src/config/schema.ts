import { staffRoles } from "@breakwater/contract";
import { z } from "zod";
import { toOutsideUrl } from "./outside-url.ts";

const folder = z.string().min(1).max(4096);
const days = (min: number, max: number, fallback: number) => z.number().min(min).max(max).default(fallback);

/** One's own, that may be called although they are private. */
const hosts = z.array(z.string().min(1).max(253)).max(100).default([]);

/** Where the service answers, and under which name people and platforms reach it. */
const service = z
  .strictObject({
    address: z.string().default("127.0.0.1"),
    port: z.int().min(0).max(65_535).default(8710),
    public_url: z.url({ protocol: /^https?$/ }).optional(),
    trusted_proxies: z.array(z.string().min(1).max(64)).max(100).default([]),
    connections_max: z.int().min(10).max(1_000_000).default(4096),
    requests_per_minute: z.int().min(1).max(10_000_000).default(600_000),
  })
  .prefault({});

const storage = z
  .strictObject({
    data: folder.default("data"),
    keys: folder.default("keys"),
  })
  .prefault({});

const detection = z
  .strictObject({
    epoch_minutes: z.number().min(0.05).max(1440).default(15),
    window_days: z.number().min(0.01).max(14).default(7),
    lateness_minutes: z.number().min(0).max(1440).default(60),
    actions_max: z.int().min(1000).max(20_000_000).default(1_000_000),
    selection: z.string().min(1).max(200).default("none"),
    fdr: z.number().min(0.0001).max(0.1).default(0.01),
    observe_days: days(0, 365, 7),
    leads_per_day: z.int().min(0).max(1000).default(20),
    audits_per_day: z.int().min(0).max(100).default(5),
  })
  .prefault({});

const retention = z
  .strictObject({
    actions_days: days(1, 90, 14),
    notices_days: days(1, 400, 30),
    reports_days: days(1, 3650, 365),
  })
  .prefault({});

const outsideUrls = z
  .array(z.url({ protocol: /^https?$/ }).max(2000))
  .max(20)
  .refine((urls) => new Set(urls.map(toOutsideUrl)).size === urls.length, {
    message: "each address once, whatever follows its question mark",
  })
  .default([]);

/** Off unless somewhere is given. */
const ledger = z
  .strictObject({
    witnesses: outsideUrls,
    witness_minutes: z.number().min(1).max(1440).default(10),
    timestamp_urls: outsideUrls,
    timestamp_roots_file: folder.optional(),
    timestamp_hours: z.number().min(1).max(720).default(24),
    publish_folder: folder.optional(),
    allowed_hosts: hosts,
  })
  .refine(({ timestamp_urls: urls, timestamp_roots_file: file }) => (urls.length === 0) === (file === undefined), {
    message: "timestamp_urls and timestamp_roots_file go together",
  })
  .prefault({});

const ingest = z
  .strictObject({
    body_bytes_max: z
      .int()
      .min(1024)
      .max(1 << 30)
      .default(64 << 20),
    queue_actions_max: z.int().min(1000).max(10_000_000).default(50_000),
  })
  .prefault({});

const webhooks = z
  .strictObject({
    allowed_hosts: hosts,
    timeout_seconds: z.number().min(1).max(30).default(30),
  })
  .prefault({});

const reports = z.strictObject({ public: z.boolean().default(false) }).prefault({});
const figures = z.strictObject({ open_to_public: z.boolean().default(true) }).prefault({});
/** Off unless an address is given. */
const statements = z
  .strictObject({
    export_url: z.url({ protocol: /^https?$/ }).optional(),
    token_file: folder.optional(),
    platform_name: z.string().min(1).max(200).default("breakwater"),
  })
  .refine((given) => (given.export_url === undefined) === (given.token_file === undefined), {
    message: "export_url and token_file go together",
  })
  .prefault({});

const casework = z
  .strictObject({
    quality_share: z.number().min(0).max(1).default(0.05),
    partner_desks: z
      .array(z.string().regex(/^[A-Za-z][A-Za-z0-9_~-]{0,63}$/))
      .max(100)
      .default([]),
  })
  .prefault({});

const consoleOptions = z
  .strictObject({
    /** 0: never. */
    break_items: z.int().min(0).max(1000).default(40),
    break_minutes: z.int().min(0).max(1000).default(50),
  })
  .prefault({});

const notices = z
  .strictObject({
    dispute_body: z.string().max(500).default(""),
    court: z.string().max(500).default(""),
  })
  .prefault({});

const mail = z
  .strictObject({
    host: z.string().min(1).max(253),
    port: z.int().min(1).max(65_535).default(587),
    security: z.enum(["starttls", "tls", "none"]).default("starttls"),
    user: z.string().min(1).max(320).optional(),
    password_file: folder.optional(),
    from: z.string().min(3).max(320).regex(/@/),
  })
  .refine(({ user, password_file: file }) => (user === undefined) === (file === undefined), {
    error: "user and password_file belong together",
  })
  .optional();

const pages = z
  .strictObject({
    statements: z.boolean().default(true),
    check: z.boolean().default(true),
  })
  .prefault({});

const metrics = z.strictObject({ open_to_loopback: z.boolean().default(true) }).prefault({});

const oidc = z
  .strictObject({
    issuer: z.url(),
    client_id: z.string().min(1),
    client_secret_file: folder,
    roles_claim: z.string().min(1).default("roles"),
    roles: z.record(z.string(), z.enum(staffRoles).exclude(["admin"])).default({}),
  })
  .optional();

/** The configuration file. Every option has a row in docs/configuration.md, which a test holds to this table. */
export const configSchema = z.strictObject({
  service,
  storage,
  detection,
  retention,
  ledger,
  ingest,
  webhooks,
  reports,
  figures,
  statements,
  casework,
  console: consoleOptions,
  notices,
  mail,
  pages,
  metrics,
  oidc,
});

export type Config = z.output<typeof configSchema>;

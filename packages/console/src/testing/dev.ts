// npm run dev: the console as one changes it, before a service with a made-up community. `/console-dev?role=triage` signs one in.
import { roleScopes, type StaffRole } from "@breakwater/contract";
import { configSchema, runDemoCommunity, startService, toDemoConfig } from "@breakwater/server/service";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { stdout } from "node:process";
import { fileURLToPath } from "node:url";
import { destination, pino } from "pino";
import { createServer } from "vite";

const root = fileURLToPath(new URL("../../", import.meta.url));
const folder = fileURLToPath(new URL("../../../../.cache/dev/", import.meta.url));
const port = 5173;
const publicUrl = `http://localhost:${port}`;

mkdirSync(folder, { recursive: true });
const config = toDemoConfig(
  configSchema.parse({
    service: { port: 0, public_url: publicUrl },
    storage: { data: join(folder, "data"), keys: join(folder, "keys") },
  }),
);
const service = await startService(config, pino({ level: "warn" }, destination(2)));
const ending = new AbortController();
void runDemoCommunity(service, {
  folder: config.storage.data,
  language: "en",
  platformPort: port + 1,
  signal: ending.signal,
  tell: (event) => {
    if (event.kind === "open")
      stdout.write(`  Sign in as the demo's people, and read what accounts were told: ${event.url}\n`);
    if (event.kind === "trouble" || event.kind === "stopped") stdout.write(`  The demo: ${event.reason}\n`);
  },
});

const vite = await createServer({
  configFile: join(root, "vite.config.ts"),
  server: { port, strictPort: true, proxy: { "^/(?!console)": service.url } },
  plugins: [
    {
      name: "sign-in",
      configureServer: ({ middlewares }) => {
        middlewares.use("/console-dev", (request, response) => {
          const role = new URL(request.url ?? "/", publicUrl).searchParams.get("role") ?? "triage";
          void signIn(role).then((session) => {
            const cookie = `breakwater-session=${session}; Path=/; HttpOnly; SameSite=Strict`;
            response.writeHead(session === null ? 404 : 303, {
              location: "/console/",
              ...(session && { "set-cookie": cookie }),
            });
            response.end();
          });
        });
      },
    },
  ],
});
await vite.listen();
stdout.write(
  `\n  Sign in as somebody: ${publicUrl}/console-dev?role=triage\n  Roles: ${Object.keys(roleScopes).join(", ")}\n\n`,
);

async function signIn(role: string): Promise<string | null> {
  if (!Object.hasOwn(roleScopes, role) || role === "admin") return null;
  const person = { issuer: "https://dev.example", subject: role, name: `Dev ${role}`, language: "en" } as const;
  const done = await service.access.signInByProvider({ ...person, roles: [role as StaffRole], at: Date.now() });
  return done.ok ? done.value.session : null;
}

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => {
    ending.abort();
    void vite
      .close()
      .then(() => service.close())
      .then(() => process.exit(0));
  });
}

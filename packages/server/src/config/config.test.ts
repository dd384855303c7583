import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { ConfigError, defaultConfig, parseConfig, readConfig } from "./read-config.ts";
import { configSchema } from "./schema.ts";

const faultsOf = (text: string): readonly string[] => {
  try {
    parseConfig(text, "/etc/breakwater.toml");
    return [];
  } catch (error) {
    return error instanceof ConfigError ? error.faults : [String(error)];
  }
};

describe("parseConfig()", () => {
  it("fills in what is not said, and reads folders from where the file stands", () => {
    const config = parseConfig('[service]\nport = 9000\n[storage]\ndata = "d"\nkeys = "/k"\n', "/etc/breakwater.toml");
    expect(config.service).toMatchObject({ port: 9000, address: "127.0.0.1" });
    expect(config.storage).toEqual({ data: "/etc/d", keys: "/k" });
    expect(config.detection.window_days).toBe(7);
  });

  it("names every fault and where it stands", () => {
    expect(faultsOf("[service]\nprot = 1\nport = 70000\n")).toEqual([
      expect.stringContaining("service.port"),
      expect.stringContaining("prot"),
    ]);
    expect(faultsOf("[service\n")).toEqual([expect.stringMatching(/breakwater\.toml:1:\d+: /)]);
    expect(() => readConfig("/nowhere/at/all.toml")).toThrow("ENOENT");
  });

  it("takes an empty file", () => {
    expect(parseConfig("", "/x/y.toml").storage).toEqual({ data: "/x/data", keys: "/x/keys" });
    expect(defaultConfig("/x").storage).toEqual({ data: "/x/data", keys: "/x/keys" });
  });
});

/** Options of tables that may be missing altogether. */
const optional: Readonly<Record<string, readonly string[]>> = {
  oidc: ["issuer", "client_id", "client_secret_file", "roles_claim", "roles"],
  mail: ["host", "port", "security", "user", "password_file", "from"],
};

it("docs/configuration.md tells every option and its default", () => {
  const page = readFileSync(new URL("../../../../docs/configuration.md", import.meta.url), "utf8");
  const defaults = configSchema.parse({}) as Readonly<Record<string, Readonly<Record<string, unknown>> | undefined>>;
  for (const [table, shape] of Object.entries(configSchema.shape)) {
    expect(page).toContain(`## \`[${table}]\``);
    for (const option of optional[table] ?? Object.keys(defaults[table] ?? {})) {
      const told = defaults[table]?.[option];
      const row = page.split("\n").find((line) => line.startsWith(`| \`${option}\` |`));
      expect(row, `${table}.${option}`).toBeDefined();
      if (told !== undefined) expect(row).toContain(`\`${JSON.stringify(told)}\``);
    }
    expect(shape).toBeDefined();
  }
});

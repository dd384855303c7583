import { expect, it } from "vitest";
import { listSettings } from "./list-settings.ts";
import { parseConfig } from "./read-config.ts";
import { configSchema } from "./schema.ts";

const file = `
[service]
public_url = "https://desk.example"
[storage]
data = "/srv/secret-place"
[detection]
fdr = 0.02
[mail]
host = "mail.example"
user = "desk"
password_file = "/srv/secret-place/mail"
from = "Desk <desk@example.org>"
[ledger]
witnesses = ["https://paper.example/checkpoints?key=secret-place"]
publish_folder = "/srv/secret-place/log"
[oidc]
issuer = "https://idp.example"
client_id = "desk"
client_secret_file = "/srv/secret-place/oidc"
roles = { moderators = "triage" }
`;

it("tells every option and whether it was given, and no place on the machine", () => {
  const settings = listSettings(parseConfig(file, "/etc/breakwater.toml"));
  const find = (option: string) => settings.find((one) => one.option === option);
  const range = { least: 0.0001, most: 0.1 };
  expect(find("detection.fdr")).toEqual({ option: "detection.fdr", value: 0.02, isDefault: false, range });
  expect(find("retention.actions_days")?.range).toEqual({ least: 1, most: 90 });
  expect(find("service.address")?.range).toBeNull();
  expect(find("detection.window_days")).toMatchObject({ value: 7, isDefault: true });
  expect(find("service.trusted_proxies")).toMatchObject({ value: [], isDefault: true });
  expect(find("oidc.roles")).toMatchObject({ value: ["moderators = triage"], isDefault: false });
  expect(find("ledger.witnesses")?.value).toEqual(["https://paper.example/checkpoints"]);
  expect(JSON.stringify(settings)).not.toContain("secret-place");
  const usual = listSettings(configSchema.parse({}));
  expect(usual.every(({ isDefault }) => isDefault)).toBe(true);
  expect(usual.length).toBeGreaterThan(20);
});

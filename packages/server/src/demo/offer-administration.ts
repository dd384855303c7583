import type { RunningService } from "../main/start-service.ts";
import { cast } from "./staff.ts";

const operator = { kind: "operator", id: null } as const;
const firstAdministrator = { name: "Administrator", login: "administrator", roles: ["admin"], language: "en" } as const;

/**
 * A link for an administrator of flesh and blood, once a real platform is connected to a service that had the demo's people alone: nobody can
 * sign in as those any more. Null where there is one.
 */
export async function offerAdministration(
  { access, createSetupLink }: Pick<RunningService, "access" | "createSetupLink">,
  at: number,
): Promise<string | null> {
  const setup = await createSetupLink();
  if (setup !== null) return setup;
  const people = await access.listPeople({ after: "", limit: 1000 });
  const admins = people.filter(({ name, origin, roles, disabled }) => {
    const isMadeUp = origin === "oidc" && name === cast.ada.name;
    return roles.includes("admin") && !disabled && !isMadeUp;
  });
  if (admins.some(({ joined }) => joined)) return null;
  const [invited] = admins;
  if (invited !== undefined) {
    const renewed = await access.renewInvitation({ id: invited.id, actor: operator, at });
    return renewed.ok ? renewed.value.url : null;
  }
  const made = await access.invitePerson({ ...firstAdministrator, actor: operator, at });
  return made.ok ? made.value.link.url : null;
}

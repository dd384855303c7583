import type { StaffRole } from "@breakwater/contract";
import type { RunningService } from "../main/start-service.ts";
import { createSite } from "../access/site.ts";
import { createDemoApi, type DemoApi } from "./demo-api.ts";

/** The made-up people of the operator, by what they are called in the story. */
export const cast = {
  tian: { name: "Tian Wei", roles: ["triage"] },
  ana: { name: "Ana Duarte", roles: ["analyst"] },
  ben: { name: "Ben Okafor", roles: ["analyst"] },
  cho: { name: "Cho Min-ji", roles: ["approver"] },
  sena: { name: "Sena Aydın", roles: ["approver", "senior"] },
  rei: { name: "Rei Tanaka", roles: ["appeal_reviewer"] },
  eda: { name: "Eda Novak", roles: ["editor"] },
  fay: { name: "Fay Lindqvist", roles: ["editor"] },
  gil: { name: "Gil Moreau", roles: ["editor"] },
  leo: { name: "Leo Brandt", roles: ["legal"] },
  lia: { name: "Lia Rossi", roles: ["liaison"] },
  sam: { name: "Sam Achterberg", roles: ["victim_support"] },
  aud: { name: "Aud Hansen", roles: ["auditor"] },
  ada: { name: "Ada Marsh", roles: ["admin"] },
} as const satisfies Readonly<Record<string, { readonly name: string; readonly roles: readonly StaffRole[] }>>;

export type CastName = keyof typeof cast;
export const castNames = Object.keys(cast) as readonly CastName[];

export type DemoStaff = {
  /** A session of somebody of the cast: what signing in gives. */
  readonly signIn: (who: CastName) => Promise<{ readonly cookie: string; readonly session: string }>;
  /** The API as they use it. */
  readonly as: (who: CastName) => DemoApi;
};

type Access = Pick<RunningService["access"], "signInByProvider" | "changePerson" | "listPeople">;

/** Only this process speaks for it: no request from outside can name it. */
const issuer = "urn:breakwater:demo";
const operator = { kind: "operator", id: null } as const;

export type StaffOptions = {
  readonly access: Access;
  readonly url: string;
  readonly publicUrl: string;
  readonly language: "en" | "zh-Hans";
  readonly now: () => number;
  readonly signal: AbortSignal;
};

/** The demo's people. They have no password and no link: this process vouches for them, as an identity provider does, while the demo runs. */
export function createDemoStaff({ access, url, publicUrl, language, now, signal }: StaffOptions): DemoStaff {
  const { cookies, origin } = createSite(publicUrl);
  const enter = async (who: CastName, roles: readonly StaffRole[]): Promise<string> => {
    const { name } = cast[who];
    const done = await access.signInByProvider({ issuer, subject: who, name, roles, language, at: now() });
    if (!done.ok) throw new Error(`${name} of the demo did not come in: ${done.refusal.code}`);
    return done.value.session;
  };
  /** `admin` is never a provider's to give: the operator does, once. */
  const enterAsAdmin = async (who: CastName): Promise<string> => {
    const known = await findPerson(access, cast[who].name);
    if (known?.roles.includes("admin") === true) return enter(who, []);
    await enter(who, ["auditor"]);
    const made = await findPerson(access, cast[who].name);
    if (made === null) throw new Error("The demo's administrator is not there.");
    const change = { roles: [...made.roles, "admin" as const] };
    const done = await access.changePerson({
      id: made.id,
      ifVersion: made.version,
      change,
      actor: operator,
      at: now(),
    });
    if (!done.ok) throw new Error(`The demo got no administrator: ${done.refusal.code}`);
    return enter(who, []);
  };
  const open = async (who: CastName): Promise<string> => {
    const roles: readonly StaffRole[] = cast[who].roles;
    return roles.includes("admin") ? enterAsAdmin(who) : enter(who, roles);
  };
  const sessions = new Map<CastName, Promise<string>>();
  const sessionOf = (who: CastName): Promise<string> => {
    const session = sessions.get(who) ?? open(who);
    sessions.set(who, session);
    return session;
  };
  return {
    signIn: async (who) => ({ cookie: cookies.session, session: await open(who) }),
    as: (who) =>
      createDemoApi({
        url,
        signal,
        headers: async () => ({
          cookie: `${cookies.session}=${await sessionOf(who)}`,
          origin,
          "sec-fetch-site": "same-origin",
          "accept-language": language,
        }),
      }),
  };
}

type Listed = Awaited<ReturnType<Access["listPeople"]>>[number];

async function findPerson(access: Access, name: string): Promise<Listed | null> {
  const people = await access.listPeople({ after: "", limit: 1000 });
  return people.find((person) => person.name === name && person.origin === "oidc") ?? null;
}

import type { Person } from "../../ports/person-store.ts";

/** A person as good as any other. */
export function toPerson(id: string, changes: Partial<Person> = {}): Person {
  return {
    id,
    name: `Name of ${id}`,
    login: `login-${id}`,
    roles: ["analyst"],
    language: "en",
    disabled: false,
    origin: "local",
    joined: true,
    createdAt: 10,
    changedAt: 10,
    version: 1,
    ...changes,
  };
}

/**
 * One step of the schema of the state database. Once released it is never edited: what comes later is another step. `id` is
 * `<room>-<three digits>`, and steps of one room run in that order.
 */
export type Migration = { readonly id: string; readonly sql: string };

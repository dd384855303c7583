import { openState } from "../../state/open-state.ts";
import { listingLaw } from "./listing.law.ts";
import { listingMigrations } from "./listing-migrations.ts";
import { createMemoryListing } from "./memory-listing.ts";
import { createSqliteListing } from "./sqlite-listing.ts";

const migrations = listingMigrations;

listingLaw("memory", createMemoryListing);
listingLaw("sqlite", () => createSqliteListing(openState(":memory:", { migrations, now: () => 0 })));

import { afterAll, beforeAll } from "vitest";
import { startPostgres, type TestPostgres } from "../../testing/postgres.js";
import { storeContract } from "../../testing/store-contract.js";
import { openPostgresStore } from "./postgres-store.js";

let postgres: TestPostgres;
beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres?.stop());

storeContract("the store on Postgres", {
  async create() {
    const url = await postgres.createDatabase();
    return { open: () => openPostgresStore({ url }), remove: () => postgres.dropDatabase(url) };
  },
});

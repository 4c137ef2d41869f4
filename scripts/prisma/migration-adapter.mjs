import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";

/** PostgreSQL's one-byte catalog type "char", which the adapter does not know, and an ordinary one-letter type. */
const CATALOG_CHAR = 18;
const BPCHAR = 1042;

/**
 * Prisma's PostgreSQL adapter, fit for migrations: it reads the catalog, sends scripts whole (the original cuts them
 * at every semicolon, also inside a function body) and drops a shadow database that its own pool still holds.
 */
export class MigrationAdapter extends PrismaPg {
  constructor(url) {
    // The parts, not the string: for its shadow database the adapter overrides `database`, which a string would win over.
    const { host, port, user, password, database, ssl } = new pg.Client({ connectionString: url });
    super({ host, port, user, password, database, ssl });
  }

  async connect() {
    return mended(await super.connect());
  }

  async connectToShadowDb() {
    const shadow = mended(await super.connectToShadowDb());
    // The forced drop ends the pool's idle sessions, which they report as errors.
    shadow.underlyingDriver().on("error", () => {});
    return shadow;
  }
}

function mended(adapter) {
  const { performIO, startTransaction, onError } = adapter;
  adapter.performIO = async (query) => {
    const result = await performIO.call(adapter, query);
    for (const field of result.fields) if (field.dataTypeID === CATALOG_CHAR) field.dataTypeID = BPCHAR;
    return result;
  };
  adapter.executeScript = async (script) => {
    const sql = script.replace(/^(DROP DATABASE "prisma_migrate_shadow_db_[^"]+");?\s*$/, "$1 WITH (FORCE)");
    await adapter.client.query(sql).catch((error) => onError.call(adapter, error));
  };
  if (startTransaction) {
    adapter.startTransaction = async (...isolation) => mended(await startTransaction.apply(adapter, isolation));
  }
  return adapter;
}

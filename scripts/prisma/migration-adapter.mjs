import { PrismaPg } from "@prisma/adapter-pg";
import { ColumnTypeEnum } from "@prisma/driver-adapter-utils";
import pg from "pg";

/**
 * PostgreSQL's catalog type "char" (one byte), which the adapter does not know. It passes as its own array type, which
 * the catalog's queries never yield, and is called a character where the answer is handed on.
 */
const CATALOG_CHAR = 18;
const CATALOG_CHAR_ARRAY = 1002;

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
  const { performIO, queryRaw, startTransaction, onError } = adapter;
  adapter.performIO = async (query) => {
    const result = await performIO.call(adapter, query);
    for (const field of result.fields) if (field.dataTypeID === CATALOG_CHAR) field.dataTypeID = CATALOG_CHAR_ARRAY;
    return result;
  };
  adapter.queryRaw = async (query) => {
    const { columnTypes, ...rest } = await queryRaw.call(adapter, query);
    const { Character, CharacterArray } = ColumnTypeEnum;
    return { ...rest, columnTypes: columnTypes.map((type) => (type === CharacterArray ? Character : type)) };
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

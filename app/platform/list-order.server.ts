import { idCursor } from "./cursor.server";
import { Prisma } from "./prisma/client";

/** What a list can be ordered by, under the names of its columns. None of it is ever null: the empty stands for least. */
export type Orders = Readonly<Record<string, Prisma.Sql>>;

type ListOrder = {
  orders: Orders;
  /** How the list stands by itself, "-entered"; also where an address asks for what is not known. */
  usual: string;
  /** The row's own id, which tells apart what is otherwise equal; its project; the tables that all of it is read from. */
  id: Prisma.Sql;
  project: Prisma.Sql;
  tables: Prisma.Sql;
};

/**
 * The order that an address asks for, "price" or "-price", and the condition for the rows after the one that the last
 * page ended with: no row comes twice and none is left out, however many are equal.
 */
export function orderedBy(list: ListOrder, projectId: string, sort: string | null | undefined, after: string | null) {
  const { orders, usual, id, project, tables } = list;
  const asked = sort && Object.hasOwn(orders, nameOf(sort)) ? sort : usual;
  const key = orders[nameOf(asked)] ?? id;
  const down = asked.startsWith("-");
  const last = idCursor(after);
  const beyond = down ? Prisma.sql`<` : Prisma.sql`>`;
  return {
    order: down ? Prisma.sql`${key} DESC, ${id} DESC` : Prisma.sql`${key}, ${id}`,
    from: last
      ? Prisma.sql`AND (${key}, ${id}) ${beyond} (SELECT ${key}, ${id} FROM ${tables}
          WHERE ${id} = ${last}::uuid AND ${project} = ${projectId}::uuid)`
      : Prisma.empty,
  };
}

const nameOf = (sort: string) => sort.replace(/^-/, "");

/** Names as a Chinese reader looks them up: by pinyin. */
export const byName = (name: Prisma.Sql) => Prisma.sql`${name} COLLATE "zh-x-icu"`;

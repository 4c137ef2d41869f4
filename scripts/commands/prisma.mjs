import { temporaryPostgres } from "../postgres.mjs";
import { runPrisma } from "../prisma/run-prisma.mjs";

export async function main(args) {
  const server = process.env.DATABASE_URL ? null : await temporaryPostgres();
  try {
    const { code } = await runPrisma(args, { env: server ? { DATABASE_URL: server.url } : {} });
    process.exitCode = code;
  } finally {
    await server?.stop();
  }
}

import type { Caller } from "~/platform/context.server";
import { db } from "~/platform/db.server";

/** Remembers the caller's language for other devices, mails and papers. A preference: it is not audited. */
export async function setLocale(by: Caller, locale: "zh-CN" | "en"): Promise<void> {
  await db.user.update({ where: { id: by.actorId }, data: { locale: locale === "en" ? "EN" : "ZH_CN" } });
}

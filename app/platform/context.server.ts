import type { Held, Role } from "~/domain/permission";
import type { Settings } from "~/domain/setting";

/** Who acts, wherever. */
export type Caller = {
  actorId: string;
  actorName: string;
  /** Set for buyers: the person they are. */
  personId: string | null;
  sessionId: string | null;
  locale: "zh-CN" | "en";
  requestId: string;
  /** By the database's clock. */
  now: Date;
};

/** Who acts on one project, and when. Every command and query of a project takes one. */
export type Ctx = Caller & {
  projectId: string;
  projectCode: string;
  timeZone: string;
  roles: readonly Role[];
  permissions: Held;
  /** The project's settings in force today. */
  settings: Settings;
};

/** Somebody, or the system by itself (`actorId` null), acting on one project. */
export type Acting = Pick<Ctx, "projectId" | "projectCode" | "timeZone" | "requestId" | "now"> & {
  actorId: string | null;
};

/** Who acts on the company as a whole: people, settings, audit. */
export type CompanyCtx = Caller & { roles: readonly Role[]; permissions: Held };

import { Link } from "@remix-run/react";
import { useTexts } from "~/i18n/use-texts";
import { MomentText } from "~/ui/date-text";
import { Notice } from "~/ui/notice";
import type { BackupHealth } from "../get-backups.server";
import { useRunError } from "./run-error";

/** Says that the office could not be restored to about yesterday, and why. Nothing while all is well. */
export function BackupNotice({ health: { state, goodAt, error }, link }: { health: BackupHealth; link: boolean }) {
  const { t } = useTexts();
  const why = useRunError();
  if (state === "GOOD") return null;
  const words = { NONE: "backups.none", OLD: "backups.old", FAILED: "backups.failed" } as const;
  return (
    <Notice tone={state === "NONE" ? "warn" : "danger"}>
      {t(words[state])} {state === "FAILED" && error && why(error)} {goodAt && t("backups.lastGood")}{" "}
      {goodAt && <MomentText at={goodAt} />} {link && <Link to="/system/backups">{t("places.backups")}</Link>}
    </Notice>
  );
}

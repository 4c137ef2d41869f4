import { Link } from "@remix-run/react";
import { useTexts } from "~/i18n/use-texts";
import { MomentText } from "~/ui/date-text";
import { Notice } from "~/ui/notice";
import type { BackupHealth } from "../get-backups.server";

/** Says that the office could not be restored to about yesterday. Nothing while all is well. */
export function BackupNotice({ health: { state, goodAt }, link }: { health: BackupHealth; link: boolean }) {
  const { t } = useTexts();
  if (state === "GOOD") return null;
  const words = { NONE: "backupHealth.none", OLD: "backupHealth.old", FAILED: "backupHealth.failed" } as const;
  return (
    <Notice tone={state === "NONE" ? "warn" : "danger"}>
      {t(words[state])} {goodAt && t("backupHealth.lastGood")} {goodAt && <MomentText at={goodAt} />}{" "}
      {link && (
        <Link to="/system/backups" className="whitespace-nowrap underline">
          {t("backupHealth.look")}
        </Link>
      )}
    </Notice>
  );
}

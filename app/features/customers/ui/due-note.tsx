import type { SettingOrigin } from "~/domain/setting";
import { useTexts } from "~/i18n/use-texts";
import { Notice } from "~/ui/notice";
import { SettingNotes } from "~/ui/setting-note";

/** Why these customers are to be erased, and the period by which they are. */
export function DueNote({ settings }: { settings: readonly SettingOrigin[] }) {
  const { t } = useTexts();
  return (
    <div className="flex flex-col gap-2">
      <Notice tone="warn">{t("erasure.dueLead")}</Notice>
      <SettingNotes of={settings} />
    </div>
  );
}

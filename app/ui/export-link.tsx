import { useLocation } from "@remix-run/react";
import { Download } from "lucide-react";
import { useTexts } from "~/i18n/use-texts";
import { buttonClass } from "./button";

/** The whole list that stands below, with its filters and its order, as a workbook. */
export function ExportLink() {
  const { t } = useTexts();
  const { pathname, search } = useLocation();
  return (
    <a href={`${pathname}/export${search}`} download className={buttonClass({ variant: "quiet" })}>
      <Download size={16} aria-hidden />
      {t("frame.exportXlsx")}
    </a>
  );
}

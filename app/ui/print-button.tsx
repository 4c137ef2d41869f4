import { Printer } from "lucide-react";
import { useTexts } from "~/i18n/use-texts";
import { Button } from "./button";

/** Prints the page as it stands; without scripts the browser's own menu does. */
export function PrintButton() {
  const { t } = useTexts();
  return (
    <Button type="button" icon={Printer} onClick={() => window.print()}>
      {t("common.print")}
    </Button>
  );
}

import { Form } from "@remix-run/react";
import { Search } from "lucide-react";
import { useTexts } from "~/i18n/use-texts";
import { Button } from "~/ui/button";
import { INPUT } from "~/ui/field-frame";

/** Finds the deals that money is for; those chosen already stay chosen. */
export function DealSearch({ query, chosen }: { query: string; chosen: readonly string[] }) {
  const { t } = useTexts();
  return (
    <Form method="get" role="search" className="flex gap-2">
      {chosen.length > 0 && <input type="hidden" name="deals" value={chosen.join(",")} />}
      {chosen.length > 0 && <input type="hidden" name="add" value="1" />}
      <label className="min-w-0 flex-1">
        <span className="sr-only">{t("finance.find")}</span>
        <input
          type="search"
          name="q"
          defaultValue={query}
          placeholder={t("finance.find")}
          className={INPUT}
          // biome-ignore lint/a11y/noAutofocus: the desk opens on its search; the cashier's hand stays on the keyboard
          autoFocus
        />
      </label>
      <Button icon={Search}>{t("finance.findButton")}</Button>
    </Form>
  );
}

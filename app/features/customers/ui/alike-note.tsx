import { Link } from "@remix-run/react";
import { useTexts } from "~/i18n/use-texts";
import { Button } from "~/ui/button";
import { Notice } from "~/ui/notice";

export type Alike = {
  customerId: string;
  by: "PHONE" | "NAME";
  name: string;
  phone: string | null;
  ownerName: string | null;
};

type AlikeNoteProps = { alike: readonly Alike[]; base: string; forbidden?: boolean; confirm?: string };

/** Who may be the same customer, masked. Stands in a form: its button sends it once more, confirmed. */
export function AlikeNote({ alike, base, forbidden = false, confirm }: AlikeNoteProps) {
  const { t } = useTexts();
  if (alike.length === 0) return null;
  return (
    <>
      {/* Enter presses a form's first button: this one asks again, and never confirms by itself. */}
      <button type="submit" tabIndex={-1} aria-hidden="true" className="sr-only">
        {t("common.submit")}
      </button>
      <Notice tone="warn">
        <p className="font-medium">{t("customers.alikeTitle")}</p>
        <ul className="my-1.5 flex flex-col gap-1">
          {alike.map(({ customerId, by, name, phone, ownerName }) => (
            <li key={customerId} className="flex flex-wrap items-center gap-x-2">
              <span className="text-xs">{t(by === "PHONE" ? "customers.alikePhone" : "customers.alikeName")}</span>
              <Link to={`${base}/customers/${customerId}`} className="font-medium underline">
                {name}
              </Link>
              {phone && <span className="figures">{phone}</span>}
              <span>{ownerName ? t("customers.ownerIs", { owner: ownerName }) : t("customers.ownerNone")}</span>
            </li>
          ))}
        </ul>
        {!forbidden && (
          <Button small name="confirmed" value="yes">
            {confirm ?? t("customers.notTheSame")}
          </Button>
        )}
      </Notice>
    </>
  );
}

import { Link, useSearchParams } from "@remix-run/react";
import { useTexts } from "~/i18n/use-texts";
import { Notice } from "~/ui/notice";
import { useQueryLink } from "~/ui/query-link";

/** For whom a home is chosen on the board; goes when the choice is given up. */
export function ChosenCustomer({ name }: { name: string }) {
  const { t } = useTexts();
  const queryLink = useQueryLink();
  const customer = useSearchParams()[0].get("customer");
  if (!customer) return null;
  return (
    <Notice>
      <span className="flex flex-wrap items-center justify-between gap-x-4">
        <bdi>{t("board.chooseFor", { name })}</bdi>
        <Link to={queryLink({ customer: null })} replace preventScrollReset>
          {t("board.chooseForNobody")}
        </Link>
      </span>
    </Notice>
  );
}

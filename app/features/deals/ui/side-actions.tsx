import { useTexts } from "~/i18n/use-texts";
import { LinkButton } from "~/ui/button";
import { useQueryLink } from "~/ui/query-link";
import type { DealDetail } from "../get-deal.server";

/** What else may be done, beside the next step. */
export function SideActions({ deal }: { deal: DealDetail }) {
  const { t } = useTexts();
  const queryLink = useQueryLink();
  const { stage, subscription, money, mayAsk } = deal;
  const held = stage === "HELD" && subscription?.signedAt == null;
  const end = money.receipted > 0 ? "cancel" : "release";
  return (
    <>
      {stage === "RESERVED" && mayAsk.extendSignBy && (
        <LinkButton to={queryLink({ ask: "extendSignBy", done: null })}>{t("deals.extendSignBy")}</LinkButton>
      )}
      {held && mayAsk.extendHold && (
        <LinkButton to={queryLink({ ask: "extend", done: null })}>{t("deals.extend")}</LinkButton>
      )}
      {held && mayAsk.release && <LinkButton to={queryLink({ ask: end, done: null })}>{t(`deals.${end}`)}</LinkButton>}
    </>
  );
}

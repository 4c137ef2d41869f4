import type { Refusal } from "~/domain/refusal";
import type { Asked } from "~/features/approvals/get-sent-back.server";
import { useTexts } from "~/i18n/use-texts";
import { LinkButton } from "~/ui/button";
import { useQueryLink } from "~/ui/query-link";
import { Question } from "~/ui/question";
import { TextArea } from "~/ui/text-area";

export type Standing = {
  id: string;
  name: string;
  status: "DRAFT" | "PUBLISHED" | "WITHDRAWN";
  version: number;
} & Asked;

type OfferActionsProps = { offer: Standing; publishes: boolean; base: string };

/** What can be done with a scheme or plan: try it, put it on offer, take it off. */
export function OfferActions({ offer, publishes, base }: OfferActionsProps) {
  const { t } = useTexts();
  const queryLink = useQueryLink();
  const { id, status, waits } = offer;
  const link = (query: Record<string, string | null>) => queryLink({ done: null, ...query });
  return (
    <>
      <LinkButton to={link({ try: id })} small preventScrollReset>
        {t("management.tryOn")}
      </LinkButton>
      {status === "DRAFT" && waits && (
        <LinkButton to={`${base.replace(/[a-z]+$/, "approvals")}?id=${waits}`} small>
          {t("management.toApprovals")}
        </LinkButton>
      )}
      {status === "DRAFT" && !waits && (
        <LinkButton to={link({ ask: "publish", id })} small variant="primary" preventScrollReset>
          {t(publishes ? "management.publish" : "management.askPublish")}
        </LinkButton>
      )}
      {(status === "DRAFT" || (status === "PUBLISHED" && publishes)) && (
        <LinkButton to={link({ ask: "withdraw", id })} small preventScrollReset>
          {t("management.takeOff")}
        </LinkButton>
      )}
    </>
  );
}

type OfferQuestionProps = {
  ask: "publish" | "withdraw";
  offer: Standing;
  publishes: boolean;
  submissionKey: string;
  refusal: Refusal | null;
};

/** Says what it does, and asks once; whoever only asks says why. */
export function OfferQuestion({ ask, offer, publishes, submissionKey, refusal }: OfferQuestionProps) {
  const { t } = useTexts();
  const queryLink = useQueryLink();
  const { name } = offer;
  const publish = ask === "publish";
  const button = publish ? (publishes ? "management.publish" : "management.askPublish") : "management.takeOff";
  return (
    <Question
      title={t(publish ? "management.publishTitle" : "management.takeOffTitle", { name })}
      closeTo={queryLink({ ask: null, id: null })}
      sends={{ key: submissionKey, id: offer.id, version: offer.version, step: ask }}
      text={t(publish ? "management.publishText" : "management.takeOffText")}
      refusal={refusal}
      button={t(button)}
      danger={!publish}
    >
      {publish && !publishes && (
        <TextArea id="reason" name="reason" label={t("common.reason")} required maxLength={200} />
      )}
    </Question>
  );
}

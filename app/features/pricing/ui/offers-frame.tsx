import { type LucideIcon, Plus } from "lucide-react";
import type { ReactNode } from "react";
import type { Refusal } from "~/domain/refusal";
import type { TextKey } from "~/i18n/catalogue";
import { useTexts } from "~/i18n/use-texts";
import { LinkButton } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { Flash } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import { Panel } from "~/ui/panel";
import { RefusalNote } from "~/ui/refusal-note";
import { SentBackNote } from "~/ui/sent-back-note";
import { OfferActions, OfferQuestion, type Standing } from "./offer-actions";
import { OfferStatusBadge } from "./offer-status";

export type OffersPageProps<Offer, Trial> = {
  offers: readonly Offer[];
  publishes: boolean;
  asked: { ask: "publish" | "withdraw"; offer: Offer } | null;
  trial: { offer: Offer; result: Trial | null } | null;
  done: "draft" | "publish" | "ask" | "withdraw" | null;
  base: string;
  submissionKey: string;
  refusal: Refusal | null;
};

type OffersFrameProps<Offer> = Omit<OffersPageProps<Offer, unknown>, "trial"> & {
  words: { title: TextKey; add: TextKey; none: TextKey; noneText: TextKey };
  icon: LucideIcon;
  lead: (offer: Offer) => string;
  /** The lines of one in words. */
  lines: (offer: Offer) => ReactNode;
  /** What it does to a home, where that was asked. */
  children: ReactNode;
};

/** Every scheme or plan of a project: what it says, where it stands, and its next step. */
export function OffersFrame<Offer extends Standing>({ words, icon, children, ...of }: OffersFrameProps<Offer>) {
  const { t } = useTexts();
  const { offers, publishes, asked, done, base, submissionKey, refusal } = of;
  const add = (
    <LinkButton to={`${base}/new`} variant="primary" icon={Plus}>
      {t(words.add)}
    </LinkButton>
  );
  return (
    <>
      <PageHeader title={t(words.title)} actions={add} />
      <Flash message={done && t(`management.done_${done}`)} />
      <RefusalNote refusal={asked ? null : refusal} />
      {offers.length === 0 && (
        <Panel>
          <EmptyState icon={icon} title={t(words.none)} text={t(words.noneText)} action={add} />
        </Panel>
      )}
      <div className="grid items-start gap-4 lg:grid-cols-2 2xl:grid-cols-3">
        {offers.map((offer) => (
          <Panel
            key={offer.id}
            title={
              <span className="flex flex-wrap items-center gap-2">
                {offer.name} <OfferStatusBadge offer={offer} />
              </span>
            }
            lead={of.lead(offer)}
            actions={<OfferActions offer={offer} publishes={publishes} base={base} />}
          >
            <div className="flex flex-col gap-3">
              {offer.status === "DRAFT" && <SentBackNote sentBack={offer.sentBack} />}
              {of.lines(offer)}
            </div>
          </Panel>
        ))}
      </div>
      {asked && <OfferQuestion {...asked} {...{ publishes, submissionKey, refusal }} />}
      {children}
    </>
  );
}

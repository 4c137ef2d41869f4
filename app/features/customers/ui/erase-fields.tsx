import { Form } from "@remix-run/react";
import type { ErasureGround } from "~/domain/erasure";
import type { Refusal } from "~/domain/refusal";
import type { SettingOrigin } from "~/domain/setting";
import { useTexts } from "~/i18n/use-texts";
import { useSending } from "~/ui/action-form";
import { Button } from "~/ui/button";
import { DateText, MomentText } from "~/ui/date-text";
import { RefusalNote } from "~/ui/refusal-note";
import { SettingNotes } from "~/ui/setting-note";
import { Chips } from "./chips";

type Erasure = {
  lastContactAt: Date;
  dueOn: string;
  grounds: readonly ErasureGround[];
  refusal: Refusal | null;
  decides: boolean;
  settings: readonly SettingOrigin[];
};

/** What goes and what stays, on which ground; without a button where something keeps the person. */
export function EraseFields({
  formKey,
  erasure,
  refusal,
}: {
  formKey: string;
  erasure: Erasure;
  refusal?: Refusal | null;
}) {
  const { t, enumLabel } = useTexts();
  const sending = useSending();
  const { lastContactAt, dueOn, grounds, decides, settings } = erasure;
  const chips = grounds.map((value) => ({ value, label: enumLabel("erasureGround", value) }));
  return (
    <Form method="post" className="flex flex-col gap-4">
      <RefusalNote refusal={refusal ?? erasure.refusal} />
      <input type="hidden" name="key" value={formKey} />
      <p>{t("erasure.lead")}</p>
      <p className="text-sm text-ink-soft">{t("erasure.keeps")}</p>
      <dl className="grid grid-cols-[max-content_minmax(0,1fr)] gap-x-4 gap-y-1">
        <dt className="text-ink-soft">{t("erasure.lastContact")}</dt>
        <dd>
          <MomentText at={lastContactAt} />
        </dd>
        <dt className="text-ink-soft">{t("erasure.dueOn")}</dt>
        <dd>
          <DateText day={dueOn} />
        </dd>
      </dl>
      <SettingNotes of={settings} />
      {chips.length > 0 && (
        <>
          <Chips id="ground" name="ground" legend={t("erasure.ground")} chips={chips} defaultValue={chips[0]?.value} />
          <div className="flex justify-end">
            <Button variant="danger" busy={sending}>
              {t(decides ? "erasure.now" : "erasure.ask")}
            </Button>
          </div>
        </>
      )}
    </Form>
  );
}

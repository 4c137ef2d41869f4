import { Form } from "@remix-run/react";
import { ArrowRight } from "lucide-react";
import { useTexts } from "~/i18n/use-texts";
import { useSending } from "~/ui/action-form";
import { Button } from "~/ui/button";
import { Notice } from "~/ui/notice";
import { Panel } from "~/ui/panel";
import { settingValueText } from "~/ui/setting-value";
import type { SettingPreview as Preview, SettingView } from "./setting-view";

type Props = { setting: SettingView; place: string; placeName: string; preview: Preview };

/** Before a value is set: what becomes of it, whom it concerns, what under way it touches. One button sets it. */
export function SettingPreview({ setting: { key }, place, placeName, preview }: Props) {
  const texts = useTexts();
  const { t, day, count } = texts;
  const sending = useSending();
  const { before, after, from, projects, apart, effects, typed } = preview;
  const list = (names: readonly string[]) => names.join(t("common.listComma"));
  return (
    <Panel title={t("settings.previewTitle", { place: placeName, from: day(from) })}>
      <div className="flex flex-col gap-4">
        <p className="figures flex flex-wrap items-center gap-3 text-xl font-semibold">
          <span className="text-ink-soft">{settingValueText(texts, key, before)}</span>
          <ArrowRight size={20} aria-label={t("settings.becomes")} />
          <span>{settingValueText(texts, key, after)}</span>
        </p>
        {before === after && <Notice tone="warn">{t("settings.same")}</Notice>}
        <ul className="flex list-disc flex-col gap-1 pl-5">
          <li>
            {projects.length > 0
              ? t("settings.concernsNames", { names: list(projects) })
              : t("settings.concernsNobody")}
          </li>
          {apart.length > 0 && <li>{t("settings.apart", { names: list(apart) })}</li>}
          {effects.map((effect) => (
            <li key={effect.name}>{t(`settingEffect.${effect.name}`, { count: count(effect.count) })}</li>
          ))}
          {effects.length === 0 && <li>{t("settings.noEffects")}</li>}
        </ul>
        <Form
          method="post"
          action={`/system/settings/${key}${place ? `?place=${encodeURIComponent(place)}` : ""}`}
          className="flex flex-wrap gap-2"
        >
          {Object.entries(typed).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <Button variant="primary" name="step" value="set" busy={sending}>
            {t("settings.confirm")}
          </Button>
          <Button name="step" value="edit" disabled={sending}>
            {t("settings.edit")}
          </Button>
        </Form>
      </div>
    </Panel>
  );
}

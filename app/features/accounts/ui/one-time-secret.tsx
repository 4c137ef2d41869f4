import { useTexts } from "~/i18n/use-texts";
import { CopyButton } from "~/ui/copy-button";
import { Notice } from "~/ui/notice";

/** Something that is shown once and never again: a first password, a token. */
export function OneTimeSecret({ text, secret }: { text: string; secret: string }) {
  const { t } = useTexts();
  return (
    <div role="status">
      <Notice tone="good">
        <p>{text}</p>
        <p className="mt-2 flex flex-wrap items-center gap-3">
          <code className="rounded-md border border-line bg-surface px-3 py-1.5 text-lg break-all text-ink select-all">
            {secret}
          </code>
          <CopyButton text={secret} label={t("common.copy")} />
        </p>
      </Notice>
    </div>
  );
}

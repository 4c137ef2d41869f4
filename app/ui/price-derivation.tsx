import type { DerivationStep, Derivation as PriceSteps } from "~/domain/derivation";
import type { Texts } from "~/i18n/texts";
import { useTexts } from "~/i18n/use-texts";
import { Derivation } from "./derivation";

type PriceDerivationProps = { derivation: PriceSteps; titleHidden?: boolean };

/** A deal price step by step: what each takes off, and what remains. */
export function PriceDerivation({ derivation, titleHidden = false }: PriceDerivationProps) {
  const texts = useTexts();
  const { t, enumLabel } = texts;
  const lines = derivation.steps.map((step) => ({
    label: step.name ?? enumLabel("derivationStep", step.kind),
    note: noteOf(step, texts),
    fen: step.change,
  }));
  return (
    <Derivation
      title={t("pricing.derivation")}
      titleHidden={titleHidden}
      lines={lines}
      total={{ label: t("pricing.dealPrice"), fen: derivation.final }}
    />
  );
}

function noteOf({ kind, figures, running }: DerivationStep, { t, unitPrice, money }: Texts): string {
  const { perSquareMetre } = figures;
  const params = perSquareMetre === undefined ? figures : { ...figures, perSquareMetre: unitPrice(perSquareMetre) };
  const note = t(`derivationNote.${kind}`, params);
  return kind === "LIST" ? note : `${note} → ${money(running)}`;
}

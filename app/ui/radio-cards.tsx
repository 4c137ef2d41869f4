import type { ReactNode } from "react";
import { FieldNotes } from "./field-frame";

type Card = { value: string; title: string; text?: ReactNode; disabled?: boolean };
type RadioCardsProps = {
  id: string;
  name: string;
  legend: string;
  cards: readonly Card[];
  defaultValue?: string | undefined;
  error?: string | undefined;
  hint?: ReactNode;
  onChange?: (value: string) => void;
};

/** A choice of one where each choice needs a line of explanation (payment plan, discount scheme, purse). */
export function RadioCards({ id, name, legend, cards, defaultValue, error, hint, onChange }: RadioCardsProps) {
  return (
    <fieldset aria-describedby={error ? `${id}-error` : undefined} className="flex flex-col gap-1">
      <legend className="mb-1 text-sm font-medium text-ink-soft">{legend}</legend>
      <div className="grid grid-cols-[repeat(auto-fill,minmax(14rem,1fr))] gap-2">
        {cards.map((card) => (
          <label
            key={card.value}
            className="flex cursor-pointer gap-2.5 rounded-lg border border-line-strong bg-surface p-3 has-checked:border-accent has-checked:bg-accent-soft has-disabled:opacity-60 has-focus-visible:outline-2 has-focus-visible:outline-accent"
          >
            <input
              type="radio"
              name={name}
              value={card.value}
              defaultChecked={card.value === defaultValue}
              disabled={card.disabled}
              onChange={() => onChange?.(card.value)}
              className="mt-1 shrink-0"
            />
            <span className="flex min-w-0 flex-col">
              <span className="font-medium">{card.title}</span>
              {card.text && <span className="text-sm text-ink-soft">{card.text}</span>}
            </span>
          </label>
        ))}
      </div>
      <FieldNotes id={id} hint={hint} error={error} />
    </fieldset>
  );
}

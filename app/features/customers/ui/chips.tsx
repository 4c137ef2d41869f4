import { FieldNotes } from "~/ui/field-frame";

type ChipsProps = {
  id: string;
  name: string;
  legend: string;
  chips: readonly { value: string; label: string }[];
  defaultValue?: string | undefined;
  error?: string | undefined;
};

/** A choice of one among a few short words: one press, or the arrow keys. A second press on it takes it back. */
export function Chips({ id, name, legend, chips, defaultValue, error }: ChipsProps) {
  return (
    <fieldset aria-describedby={error ? `${id}-error` : undefined} className="flex min-w-0 flex-col gap-1">
      <legend className="mb-1 text-sm font-medium text-ink-soft">{legend}</legend>
      <div className="flex flex-wrap gap-1.5">
        {chips.map(({ value, label }) => (
          <label
            key={value}
            className="inline-flex min-h-8 cursor-pointer items-center rounded-full border border-line-strong bg-surface px-3 text-sm select-none has-checked:border-accent has-checked:bg-accent has-checked:font-medium has-checked:text-accent-ink has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent max-sm:min-h-11"
          >
            <input
              type="radio"
              name={name}
              value={value}
              defaultChecked={value === defaultValue}
              onClick={takeBack}
              className="sr-only"
            />
            {label}
          </label>
        ))}
      </div>
      <FieldNotes id={id} error={error} />
    </fieldset>
  );
}

/** Radio buttons cannot be unset; here an open answer is an answer too. */
function takeBack({ currentTarget }: { currentTarget: HTMLInputElement }) {
  const group = currentTarget.form?.elements.namedItem(currentTarget.name);
  const radios = group instanceof RadioNodeList ? [...group] : [];
  const was = currentTarget.dataset.was === "1";
  for (const radio of radios) if (radio instanceof HTMLInputElement) delete radio.dataset.was;
  if (was) currentTarget.checked = false;
  else currentTarget.dataset.was = "1";
}

import { Plus, Trash2 } from "lucide-react";
import { type ReactNode, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { useTexts } from "~/i18n/use-texts";
import { useAlive } from "./alive";
import { Button } from "./button";
import { changeLines, lineNumbers } from "./line-numbers";

type FormLinesProps = {
  /** The field `lines` of a form that came back; undefined: the form is new. */
  sent: string | undefined;
  /** What the how-manieth line is called. */
  title: (no: number) => string;
  /** What the button says that adds one. */
  add: string;
  children: (line: number, at: number) => ReactNode;
};

/**
 * The lines of a form, as many as are needed. With scripts they come and go at once; without, the form is sent with
 * what the button asks (`lineAsk`), and comes back with one more or one less and everything that was typed.
 */
export function FormLines({ sent, title, add, children }: FormLinesProps) {
  const { t } = useTexts();
  const alive = useAlive();
  const [lines, setLines] = useState(() => lineNumbers(sent));
  const box = useRef<HTMLDivElement>(null);
  const ask = (value: string, focus: string) => ({
    name: "lineAsk",
    value,
    type: alive ? ("button" as const) : ("submit" as const),
    formNoValidate: true,
    onClick: () => {
      flushSync(() => setLines(changeLines(lines, value) ?? lines));
      box.current?.querySelector<HTMLElement>(focus)?.focus();
    },
  });
  return (
    <div ref={box} className="flex flex-col">
      {/* Enter sends the form by its first button, which is never one that takes a line away. */}
      {!alive && <button type="submit" hidden />}
      <input
        hidden
        name="lines"
        value={lines.join(" ")}
        onChange={({ target }) => setLines(lineNumbers(target.value))}
      />
      {lines.map((line, at) => (
        <fieldset
          key={line}
          aria-label={title(at + 1)}
          className="min-w-0 border-b border-line pb-4 not-first-of-type:pt-3"
        >
          <div className="mb-2 flex min-h-7 items-center justify-between gap-2">
            <span className="text-sm font-semibold">{title(at + 1)}</span>
            {lines.length > 1 && (
              <Button
                {...ask(`remove-${line}`, "[value=add]")}
                variant="quiet"
                small
                icon={Trash2}
                aria-label={`${t("common.remove")} ${title(at + 1)}`}
              >
                {t("common.remove")}
              </Button>
            )}
          </div>
          {children(line, at)}
        </fieldset>
      ))}
      <Button {...ask("add", "fieldset:last-of-type :is(input, select)")} icon={Plus} small className="mt-3 self-start">
        {add}
      </Button>
    </div>
  );
}

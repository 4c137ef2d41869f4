import type { ReactNode } from "react";
import { useTexts } from "~/i18n/use-texts";
import { MoneyText } from "./amounts";

export type DerivationLine = { label: ReactNode; note?: ReactNode; fen: number | bigint };
type DerivationProps = {
  title?: string;
  /** Where what it stands in is called so already. */
  titleHidden?: boolean;
  lines: readonly DerivationLine[];
  total: { label: string; fen: number | bigint };
};

/** How an amount comes about: each step with its amount, and the sum under a line. */
export function Derivation({ title, titleHidden = false, lines, total }: DerivationProps) {
  const { t } = useTexts();
  return (
    <table className="w-full border-collapse">
      <caption className={titleHidden ? "sr-only" : "pb-1.5 text-left text-sm font-medium text-ink-soft"}>
        {title ?? t("frame.derivation")}
      </caption>
      <tbody>
        {lines.map((line, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the steps of one sum have an order and nothing else of their own
          <tr key={at} className="border-b border-line align-baseline">
            <th scope="row" className="py-1.5 pr-3 text-left font-normal">
              {line.label}
              {line.note && <span className="block text-xs text-ink-faint">{line.note}</span>}
            </th>
            <td className="py-1.5 text-right">
              <MoneyText fen={line.fen} />
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr className="border-t-2 border-ink font-semibold">
          <th scope="row" className="py-1.5 pr-3 text-left">
            {total.label}
          </th>
          <td className="py-1.5 text-right">
            <MoneyText fen={total.fen} />
          </td>
        </tr>
      </tfoot>
    </table>
  );
}

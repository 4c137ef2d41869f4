import { useTexts } from "~/i18n/use-texts";

type Size = "exact" | "glance";

/** Fen as yuan, aligned for columns; `glance` shows 万/亿 (k/m) and keeps the exact amount in its title. */
export function MoneyText({ fen, size = "exact" }: { fen: number | bigint; size?: Size }) {
  const { money, wan } = useTexts();
  const exact = money(fen);
  return size === "exact" ? (
    <span className="figures whitespace-nowrap">{exact}</span>
  ) : (
    <span className="figures whitespace-nowrap" title={exact}>
      {wan(fen)}
    </span>
  );
}

/** Centiares as "89.50㎡". */
export function AreaText({ centiares }: { centiares: number | bigint }) {
  return <span className="figures whitespace-nowrap">{useTexts().area(centiares)}</span>;
}

/** 1/100 fen per ㎡ as "¥21,517.84/㎡". */
export function UnitPriceText({ centifen }: { centifen: number | bigint }) {
  return <span className="figures whitespace-nowrap">{useTexts().unitPrice(centifen)}</span>;
}

/** Ppm as "3.95%". */
export function PercentText({ ppm }: { ppm: number | bigint }) {
  return <span className="figures whitespace-nowrap">{useTexts().percent(ppm)}</span>;
}

import type { ReactNode } from "react";

type Pair = {
  key: string;
  value: ReactNode;
  /** Long: the whole width of a phone. */
  long?: boolean;
};

/** Facts of one thing: name and value in pairs, in as many columns as there is room. */
export function KeyValues({ pairs }: { pairs: readonly Pair[] }) {
  return (
    <dl className="grid grid-cols-[repeat(auto-fill,minmax(11rem,1fr))] gap-x-6 gap-y-3 max-sm:grid-cols-2 max-sm:gap-x-4">
      {pairs.map(({ key, value, long }) => (
        <div key={key} className={long ? "min-w-0 max-sm:col-span-2" : "min-w-0"}>
          <dt className="text-xs text-ink-faint">{key}</dt>
          <dd className="break-words">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

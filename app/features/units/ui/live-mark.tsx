import { useLocation } from "@remix-run/react";
import { useTexts } from "~/i18n/use-texts";
import type { BoardStatus } from "../board-store";

const LOOKS = {
  loading: "text-ink-faint",
  live: "text-good",
  lost: "rounded-md border border-warn bg-warn-soft px-2 py-0.5 text-warn",
  failed: "rounded-md border border-danger bg-danger-soft px-2 py-0.5 text-danger",
} as const;

type LiveMarkProps = {
  status: BoardStatus;
  /** When the board was last known to be right, in epoch milliseconds. */
  heardAt: number | null;
};

/** Whether what one sees is what is; always on the page, so that a screen reader says when it changes. */
export function LiveMark({ status, heardAt }: LiveMarkProps) {
  const { t, time } = useTexts();
  const { pathname, search } = useLocation();
  const live = status === "live";
  return (
    <div role="status" className={`inline-flex items-center gap-1.5 text-sm font-medium ${LOOKS[status]}`}>
      <span aria-hidden className="grid size-2.5 shrink-0 place-items-center">
        <span className={`size-2 bg-current ${live ? "rounded-full" : "rotate-45"}`} />
      </span>
      <span>
        {status === "lost" && heardAt !== null
          ? t("board.lostSince", { since: time(new Date(heardAt)) })
          : t(`board.${status}`)}
        {status === "failed" && (
          <>
            {" "}
            <a href={pathname + search}>{t("board.signInAgain")}</a>
          </>
        )}
      </span>
    </div>
  );
}

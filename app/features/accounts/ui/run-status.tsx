import { useTexts } from "~/i18n/use-texts";
import { StatusBadge } from "~/ui/status-badge";
import { useRunError } from "./run-error";

const TONES = { QUEUED: "neutral", RUNNING: "info", DONE: "good", FAILED: "danger" } as const;

/** How a job went, and why it failed. */
export function RunStatus({ status, error }: { status: keyof typeof TONES; error: string | null }) {
  const { enumLabel } = useTexts();
  const why = useRunError();
  return (
    <span className="flex flex-wrap items-center gap-2">
      <StatusBadge tone={TONES[status]}>{enumLabel("jobStatus", status)}</StatusBadge>
      {error && <span className="text-sm text-ink-soft">{why(error)}</span>}
    </span>
  );
}

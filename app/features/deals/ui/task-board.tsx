import { Link } from "@remix-run/react";
import { CircleCheck } from "lucide-react";
import type { ReactNode } from "react";
import { type Day, daysBetween } from "~/domain/calendar";
import { useTexts } from "~/i18n/use-texts";
import { MoneyText } from "~/ui/amounts";
import { LinkButton } from "~/ui/button";
import { Countdown } from "~/ui/countdown";
import { MomentText } from "~/ui/date-text";
import { EmptyState } from "~/ui/empty-state";
import { Panel } from "~/ui/panel";
import { StatusBadge } from "~/ui/status-badge";
import type { DealRow } from "../list-deals.server";
import type { DealTask, Tasks } from "../list-tasks.server";

const TITLES = {
  expiring: "deals.task_expiring",
  confirm: "deals.task_confirm",
  sign: "deals.task_sign",
  earnest: "deals.task_earnest",
  contract: "deals.task_signBy",
  file: "deals.task_file",
  late: "deals.task_overdue",
} as const;

/** Today 工作台: everything that waits for its reader, each line a link to where it is done. */
export function TaskBoard({ tasks, base, today }: { tasks: Tasks; base: string; today: Day }) {
  const { t } = useTexts();
  const { deals, approvals, followUps } = tasks;
  if (deals.length + approvals.length + followUps.length === 0) {
    return (
      <Panel>
        <EmptyState icon={CircleCheck} title={t("deals.todayEmpty")} text={t("deals.todayEmptyText")} />
      </Panel>
    );
  }
  return (
    <div className="grid items-start gap-4 lg:grid-cols-2 2xl:grid-cols-3">
      {approvals.length > 0 && <ApprovalList approvals={approvals} base={base} />}
      {deals.map((task) => (
        <DealList key={task.kind} task={task} base={base} />
      ))}
      {followUps.length > 0 && <FollowUpList followUps={followUps} base={base} today={today} />}
    </div>
  );
}

function DealList({ task, base }: { task: DealTask; base: string }) {
  const { t } = useTexts();
  return (
    <TaskList
      title={t(TITLES[task.kind])}
      count={task.count}
      more={task.count > task.rows.length ? `${base}/deals?need=${task.kind}` : null}
    >
      {task.rows.map((row) => (
        <TaskLine
          key={row.id}
          to={`${base}/deals/${row.id}`}
          title={row.units}
          text={`${row.customer} · ${row.consultant}`}
        >
          <Deadline row={row} kind={task.kind} />
        </TaskLine>
      ))}
    </TaskList>
  );
}

function Deadline({ row, kind }: { row: DealRow; kind: DealTask["kind"] }) {
  const { t, day } = useTexts();
  if (row.stage === "HELD" && row.holdUntil) return <Countdown until={row.holdUntil} />;
  if (kind === "contract" && row.signBy) return t("deals.signByDay", { day: day(row.signBy) });
  if (kind === "late") return <MoneyText fen={row.lateFen} />;
  return <span className="figures">{row.number}</span>;
}

function ApprovalList({ approvals, base }: { approvals: Tasks["approvals"]; base: string }) {
  const { t } = useTexts();
  const to = `${base.replace("/onsite/", "/management/")}/approvals`;
  return (
    <TaskList title={t("deals.task_approvals")} count={approvals.length} more={null}>
      {approvals.map(({ id, unit, reason, requestedBy, requestedAt }) => (
        <TaskLine key={id} to={to} title={unit || requestedBy} text={unit ? `${requestedBy} · ${reason}` : reason}>
          <MomentText at={requestedAt} />
        </TaskLine>
      ))}
    </TaskList>
  );
}

function FollowUpList({ followUps, base, today }: { followUps: Tasks["followUps"]; base: string; today: Day }) {
  const { t } = useTexts();
  return (
    <TaskList title={t("deals.task_followUps")} count={followUps.length} more={null}>
      {followUps.map(({ customerId, name, on, text }) => (
        <TaskLine key={customerId + on} to={`${base}/customers/${customerId}`} title={name} text={text}>
          <DueMark on={on} today={today} />
        </TaskLine>
      ))}
    </TaskList>
  );
}

/** Today, or by how many days it is late. */
function DueMark({ on, today }: { on: Day; today: Day }) {
  const { t } = useTexts();
  const days = daysBetween(on, today);
  if (days <= 0) return t("deals.dueToday");
  return <StatusBadge tone="danger">{t("deals.daysLate", { days })}</StatusBadge>;
}

type ListProps = { title: string; count: number; more: string | null; children: ReactNode };

function TaskList({ title, count, more, children }: ListProps) {
  const { t } = useTexts();
  return (
    <Panel
      title={title}
      flush
      actions={
        <span className="figures rounded-full bg-sunken px-2 text-sm text-ink-soft">
          {t("deals.taskCount", { count })}
        </span>
      }
    >
      <ul>{children}</ul>
      {more && (
        <div className="px-3 py-2">
          <LinkButton variant="quiet" small to={more}>
            {t("deals.taskMore")}
          </LinkButton>
        </div>
      )}
    </Panel>
  );
}

function TaskLine({ to, title, text, children }: { to: string; title: string; text: string; children: ReactNode }) {
  return (
    <li className="border-b border-line last:border-0">
      <Link
        to={to}
        className="flex min-h-11 items-center justify-between gap-3 px-4 py-2 text-ink no-underline hover:bg-sunken"
      >
        <span className="min-w-0">
          <span className="block truncate font-medium">{title}</span>
          <span className="block truncate text-sm text-ink-soft">{text}</span>
        </span>
        <span className="shrink-0 text-sm text-ink-soft">{children}</span>
      </Link>
    </li>
  );
}

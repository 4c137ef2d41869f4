import { Link } from "@remix-run/react";
import { Users } from "lucide-react";
import type { Role } from "~/domain/permission";
import { useTexts } from "~/i18n/use-texts";
import { MomentText } from "~/ui/date-text";
import { EmptyState } from "~/ui/empty-state";
import { ListTable } from "~/ui/list-table";
import { StatusBadge } from "~/ui/status-badge";

type PersonLine = {
  id: string;
  login: string | null;
  name: string;
  roles: readonly Role[];
  lastSignIn: Date | null;
  disabled: boolean;
};

/** People with their posts; the name leads to everything about one of them. */
export function PeopleTable({ people }: { people: readonly PersonLine[] }) {
  const { t, enumLabel } = useTexts();
  return (
    <ListTable
      name="people"
      caption={t("places.people")}
      rows={people}
      rowKey={({ id }) => id}
      empty={<EmptyState icon={Users} title={t("system.noPeople")} text={t("system.noPeopleText")} />}
      columns={[
        {
          id: "name",
          title: t("system.person"),
          cell: ({ id, name }) => (
            <Link to={`/system/people/${id}`} className="font-medium text-accent">
              {name}
            </Link>
          ),
        },
        { id: "login", title: t("system.login"), cell: ({ login }) => login ?? "—", phone: "beside" },
        {
          id: "roles",
          phone: "bare",
          title: t("system.roles"),
          cell: ({ roles, login }) =>
            roles.map((role) => enumLabel("role", role)).join(t("common.listComma")) ||
            t(login ? "system.noRoles" : "system.buyer"),
        },
        {
          id: "lastSignIn",
          title: t("system.lastSignIn"),
          cell: ({ lastSignIn }) => (lastSignIn ? <MomentText at={lastSignIn} /> : t("system.never")),
        },
        {
          id: "status",
          title: t("common.status"),
          phone: "beside",
          cell: ({ disabled }) => (
            <StatusBadge tone={disabled ? "neutral" : "good"}>
              {t(disabled ? "system.disabled" : "system.active")}
            </StatusBadge>
          ),
        },
      ]}
    />
  );
}

import { parseWithZod } from "@conform-to/zod/v4";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { UserPlus } from "lucide-react";
import { isRole, may } from "~/domain/permission";
import { createUser } from "~/features/accounts/create-user.server";
import { listPeople } from "~/features/accounts/list-people.server";
import { createUserForm, STAFF_ROLES } from "~/features/accounts/person-form";
import { CreateUserDialog } from "~/features/accounts/ui/create-user-dialog";
import { OneTimeSecret } from "~/features/accounts/ui/one-time-secret";
import { PeopleTable } from "~/features/accounts/ui/people-table";
import { useTexts } from "~/i18n/use-texts";
import { attempt } from "~/platform/attempt.server";
import { idCursor } from "~/platform/cursor.server";
import { newId } from "~/platform/id.server";
import { requireCompany } from "~/platform/session.server";
import { LinkButton } from "~/ui/button";
import { FilterBar, FilterSelect } from "~/ui/filter-bar";
import { PageHeader } from "~/ui/page-header";
import type { PageHandle } from "~/ui/page-title";
import { Pager } from "~/ui/pager";
import { Panel } from "~/ui/panel";

export const handle: PageHandle = { title: ({ t }) => t("places.people") };

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await requireCompany(request, "user:read");
  const query = new URL(request.url).searchParams;
  const [shown, role] = [query.get("show"), query.get("role") ?? ""];
  const list = await listPeople(ctx, {
    q: (query.get("q") ?? "").trim(),
    show: shown === "buyers" || shown === "disabled" ? shown : "staff",
    role: isRole(role) ? role : null,
    after: idCursor(query.get("after")),
  });
  return { ...list, key: newId(), mayCreate: may(ctx.permissions, "user:create_or_disable").ok };
}

export async function action({ request }: ActionFunctionArgs) {
  const ctx = await requireCompany(request, "user:create_or_disable");
  const form = parseWithZod(await request.formData(), { schema: createUserForm });
  if (form.status !== "success") return data({ form: form.reply(), refusal: null, made: null }, 400);
  const outcome = await attempt(createUser(ctx, form.value));
  if (!outcome.ok) return data({ form: form.reply(), refusal: outcome.refusal, made: null }, 409);
  return data({ form: null, refusal: null, made: { ...outcome.value, login: form.value.login } });
}

export default function People() {
  const { people, total, next, key, mayCreate } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const { t, enumLabel } = useTexts();
  const [query] = useSearchParams();
  const asks = query.get("ask") === "create" || (result !== undefined && !result.made);
  return (
    <>
      <PageHeader
        title={t("places.people")}
        lead={t("system.peopleLead")}
        actions={
          mayCreate && (
            <LinkButton to="?ask=create" variant="primary" icon={UserPlus}>
              {t("system.addPerson")}
            </LinkButton>
          )
        }
      />
      {result?.made && (
        <OneTimeSecret text={`${result.made.login}：${t("system.created")}`} secret={result.made.password} />
      )}
      <FilterBar search={t("system.findPerson")}>
        <FilterSelect
          name="role"
          label={t("system.roles")}
          options={STAFF_ROLES.map((role) => ({ value: role, label: enumLabel("role", role) }))}
        />
        <FilterSelect
          name="show"
          label={t("system.show")}
          all={t("system.staff")}
          options={[
            { value: "buyers", label: t("system.buyers") },
            { value: "disabled", label: t("system.disabled") },
          ]}
        />
      </FilterBar>
      <Panel flush>
        <PeopleTable people={people} />
        <Pager next={next} total={total} />
      </Panel>
      {asks && mayCreate && !result?.made && <CreateUserDialog submissionKey={key} result={result ?? null} />}
    </>
  );
}

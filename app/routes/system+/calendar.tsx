import { parseWithZod } from "@conform-to/zod/v4";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { businessDay, parseDay } from "~/domain/calendar";
import { may } from "~/domain/permission";
import { calendarDaysForm } from "~/features/projects/calendar-days-form";
import { getCalendar } from "~/features/projects/get-calendar.server";
import { setCalendarDays } from "~/features/projects/set-calendar-days.server";
import { CalendarPage } from "~/features/projects/ui/calendar-page";
import { attempt } from "~/platform/attempt.server";
import { newId } from "~/platform/id.server";
import { requireCompany } from "~/platform/session.server";
import type { PageHandle } from "~/ui/page-title";

export const handle: PageHandle = { title: ({ t }) => t("calendar.title") };

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await requireCompany(request, "setting:read");
  const query = new URL(request.url).searchParams;
  const today = businessDay(ctx.now);
  const thisYear = Number(today.slice(0, 4));
  const asked = Number(query.get("year"));
  const year = Number.isInteger(asked) && Math.abs(asked - thisYear) <= 5 ? asked : thisYear;
  return {
    ...(await getCalendar(ctx, year)),
    year,
    thisYear,
    today,
    formKey: newId(),
    mayChange: may(ctx.permissions, "setting:change").ok,
    saved: Number(query.get("saved")) || null,
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const ctx = await requireCompany(request, "setting:change");
  const form = parseWithZod(await request.formData(), { schema: calendarDaysForm });
  if (form.status !== "success") return data({ form: form.reply(), refusal: null }, 400);
  const from = parseDay(form.value.from);
  const to = parseDay(form.value.to ?? form.value.from);
  if (!from || !to) return data({ form: form.reply({ fieldErrors: { from: ["form.date"] } }), refusal: null }, 400);
  const outcome = await attempt(setCalendarDays(ctx, { ...form.value, from, to }));
  if (!outcome.ok) return data({ form: form.reply(), refusal: outcome.refusal }, 409);
  return redirect(`/system/calendar?year=${from.slice(0, 4)}&saved=${outcome.value.days}`);
}

export default function Calendar() {
  return <CalendarPage {...useLoaderData<typeof loader>()} result={useActionData<typeof action>() ?? null} />;
}

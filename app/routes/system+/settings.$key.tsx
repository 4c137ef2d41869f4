import { parseWithZod } from "@conform-to/zod/v4";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { addDays, businessDay, parseDay } from "~/domain/calendar";
import { may } from "~/domain/permission";
import { isSettingKey, type SettingKey } from "~/domain/setting";
import { getSetting, previewSetting } from "~/features/projects/get-setting.server";
import { setSetting } from "~/features/projects/set-setting.server";
import { setSettingForm } from "~/features/projects/set-setting-form";
import { listSettingPlaces, placeFrom } from "~/features/projects/setting-place.server";
import { SettingPage } from "~/features/projects/ui/setting-page";
import { attempt } from "~/platform/attempt.server";
import { newId } from "~/platform/id.server";
import { requireCompany } from "~/platform/session.server";
import type { PageHandle } from "~/ui/page-title";

export const handle: PageHandle<{ setting: { key: SettingKey } } | undefined> = {
  title: ({ t, enumLabel }, loaded) => (loaded ? enumLabel("settingName", loaded.setting.key) : t("places.settings")),
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireCompany(request, "setting:read");
  const key = requireKey(params.key);
  const query = new URL(request.url).searchParams;
  const [today, place] = [businessDay(ctx.now), query.get("place")];
  const found = await attempt(getSetting(ctx, key, placeFrom(place), today));
  if (!found.ok) throw data(null, 404);
  return {
    setting: found.value,
    places: await listSettingPlaces(),
    place: place ?? "",
    today,
    tomorrow: addDays(today, 1),
    formKey: newId(),
    mayChange: may(ctx.permissions, "setting:change").ok,
    saved: query.get("saved"),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await requireCompany(request, "setting:change");
  const setting = requireKey(params.key);
  const place = new URL(request.url).searchParams.get("place");
  const sent = await request.formData();
  const step = sent.get("step");
  sent.delete("step");
  const form = parseWithZod(sent, { schema: setSettingForm });
  const from = form.status === "success" ? parseDay(form.value.from) : null;
  if (form.status !== "success" || !from) return data({ form: form.reply(), refusal: null, preview: null }, 400);
  const again = { form: form.reply(), refusal: null, preview: null };
  if (step === "edit") return again;
  const input = { ...form.value, setting, from, place: placeFrom(place) };
  if (step !== "set") {
    const preview = await attempt(previewSetting(ctx, input));
    if (!preview.ok) return data({ ...again, refusal: preview.refusal }, 409);
    return { ...again, preview: { ...preview.value, typed: form.value } };
  }
  const outcome = await attempt(setSetting(ctx, input));
  if (!outcome.ok) return data({ ...again, refusal: outcome.refusal }, 409);
  return redirect(`/system/settings/${setting}?${new URLSearchParams({ ...(place ? { place } : {}), saved: from })}`);
}

export default function Setting() {
  return <SettingPage {...useLoaderData<typeof loader>()} result={useActionData<typeof action>() ?? null} />;
}

function requireKey(text: string | undefined): SettingKey {
  if (!text || !isSettingKey(text)) throw data(null, 404);
  return text;
}

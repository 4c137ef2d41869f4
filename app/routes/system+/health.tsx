import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { getHealth } from "~/features/accounts/get-health.server";
import { HealthLines } from "~/features/accounts/ui/health-lines";
import { checkDataKeys } from "~/features/customers/check-data-keys.server";
import { useTexts } from "~/i18n/use-texts";
import { requireCompany } from "~/platform/session.server";
import { KeyValues } from "~/ui/key-values";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import type { PageHandle } from "~/ui/page-title";
import { Panel } from "~/ui/panel";

export const handle: PageHandle = { title: ({ t }) => t("places.health") };

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await requireCompany(request, "job:manage");
  const health = await getHealth(ctx);
  return { health, keys: await checkDataKeys() };
}

export default function Health() {
  const { health, keys } = useLoaderData<typeof loader>();
  const { t, count } = useTexts();
  const megabytes = (bytes: number) => t("system.megabytes", { mb: count(Math.round(bytes / 1_048_576)) });
  const hours = Math.floor(health.uptimeSeconds / 3_600);
  const minutes = Math.floor(health.uptimeSeconds / 60) % 60;
  return (
    <>
      <PageHeader title={t("places.health")} lead={t("system.healthLead")} />
      {keys.map(({ keyId, refusal: why, people }) => (
        <Notice key={keyId} tone="danger">
          {t(`refusals.${why.code}`, why.params)} {t("system.keysPeople", { people: count(people) })}
        </Notice>
      ))}
      <Panel title={t("system.healthParts")} flush>
        <HealthLines health={health} keysGood={keys.length === 0} />
      </Panel>
      <Panel title={t("system.healthFigures")}>
        <KeyValues
          pairs={[
            { key: t("system.serverVersion"), value: health.version.split(" ")[0] },
            { key: t("system.databaseSize"), value: megabytes(health.size) },
            { key: t("system.memory"), value: megabytes(health.memoryBytes) },
            { key: t("system.uptime"), value: t("system.hours", { hours, minutes }) },
          ]}
        />
      </Panel>
    </>
  );
}

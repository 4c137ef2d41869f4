import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  MaxPartSizeExceededError,
  unstable_createMemoryUploadHandler as memoryUpload,
  unstable_parseMultipartFormData as parseUpload,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { listImportRuns } from "~/features/units/list-import-runs.server";
import { ImportUpload } from "~/features/units/ui/import-upload";
import { uploadPriceList } from "~/features/units/upload-price-list.server";
import { requireStaff } from "~/platform/session.server";
import { MAX_SHEET_BYTES } from "~/platform/sheet.server";
import type { PageHandle } from "~/ui/page-title";

export const handle: PageHandle = { title: ({ t }) => t("places.imports") };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireStaff(request, params.project, "unit:create");
  return { runs: await listImportRuns(ctx), megabytes: MAX_SHEET_BYTES / 1024 / 1024 };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await requireStaff(request, params.project, "unit:create");
  const upload = await received(request);
  if (typeof upload === "string") return data({ error: upload }, 400);
  const fileId = await uploadPriceList(ctx, {
    fileName: upload.name,
    bytes: new Uint8Array(await upload.arrayBuffer()),
  });
  return redirect(`/management/${ctx.projectCode}/import/${fileId}`);
}

/** The file that was sent, or why there is none. What is too large is not read to its end. */
async function received(request: Request): Promise<File | "missing" | "large"> {
  try {
    const form = await parseUpload(request, memoryUpload({ maxPartSize: MAX_SHEET_BYTES }));
    const file = form.get("file");
    return file instanceof File && file.name ? file : "missing";
  } catch (error) {
    if (error instanceof MaxPartSizeExceededError) return "large";
    throw error;
  }
}

export default function Import() {
  const error = useActionData<typeof action>()?.error;
  return <ImportUpload {...useLoaderData<typeof loader>()} error={error} />;
}

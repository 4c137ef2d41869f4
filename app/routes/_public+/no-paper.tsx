import { data, type LoaderFunctionArgs } from "@remix-run/node";
import type { Refusal } from "~/domain/refusal";
import { statusOf } from "~/platform/problem.server";
import type { PageHandle } from "~/ui/page-title";

export const handle: PageHandle = { title: ({ t }) => t("frame.noPaperTitle") };

const SAID = ["not_found", "not_permitted", "data_key_missing", "data_key_other"] as const;

/** Why a paper could not be printed, in the frame of the other error pages; a PDF's own address cannot show one. */
export function loader({ request }: LoaderFunctionArgs): never {
  const asked = new URL(request.url).searchParams;
  const code = SAID.find((one) => one === asked.get("code")) ?? "not_found";
  const refusal: Refusal = { code, params: { key: asked.get("key")?.slice(0, 40) ?? "" } };
  throw data({ refusal }, statusOf(code));
}

export default function NoPaper() {
  return null;
}

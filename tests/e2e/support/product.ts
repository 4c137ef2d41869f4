import { startProduct } from "../../support/product";

/** One product for the whole run. LOUPAN_E2E_URL names one that runs already, to work on a test. */
export default async function setup(): Promise<() => Promise<void>> {
  if (process.env.LOUPAN_E2E_URL) return async () => {};
  const product = await startProduct();
  process.env.LOUPAN_E2E_URL = product.url;
  return product.stop;
}

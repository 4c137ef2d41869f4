import { fileURLToPath } from "node:url";
import { vitePlugin as remix } from "@remix-run/dev";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig } from "vite";
import remixConfig from "./remix.config.js";
import { chunkName, wordsByPage } from "./scripts/words-by-page";

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [tailwindcss(), remix(remixConfig), wordsByPage()],
  resolve: { alias: { "~": fileURLToPath(new URL("./app", import.meta.url)) } },
  optimizeDeps: {
    // Known beforehand, so that the dev server does not reload the first page when it meets them.
    include: ["@conform-to/react", "@conform-to/zod/v4", "chart.js", "lucide-react", "react-chartjs-2", "zod"],
  },
  build: {
    target: "es2022",
    assetsInlineLimit: 0,
    sourcemap: false,
    // What a chunk that is asked for later imports is small; lists of it in every chunk would not be.
    modulePreload: false,
    ...(isSsrBuild ? {} : { rollupOptions: { output: { chunkFileNames: chunkName } } }),
  },
}));

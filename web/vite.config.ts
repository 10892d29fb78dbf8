import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const server = process.env.TANDEM_SERVER ?? "http://127.0.0.1:8080";

export default defineConfig({
  plugins: [react()],
  resolve: { alias: { "@": fileURLToPath(new URL("./src", import.meta.url)) } },
  build: {
    target: "es2022",
    manifest: true,
    // The server's content security policy allows no data: scripts or inline modules.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    rolldownOptions: {
      output: {
        // Few files rather than many small ones: what every page needs comes in three.
        codeSplitting: {
          groups: [
            { name: "react", test: /node_modules[\\/](react|react-dom|scheduler|use-sync-external-store)[\\/]/ },
            { name: "data", test: /node_modules[\\/](@tanstack[\\/](?!.*virtual)|openapi-fetch[\\/])/ },
            // Icons of pages that are loaded later come with those pages.
            {
              name: "icons",
              test: /node_modules[\\/]lucide-react[\\/]/,
              entriesAware: true,
              entriesAwareMergeThreshold: 6000,
            },
            {
              name: "shared",
              test: /src[\\/](ui|api)[\\/](?!done-actions|RichText|ReasonSteps|agreement\.|catalogue\.|majors|vips|days|decisions|changeWords|upload|[Ff]ile[TW])/,
            },
          ],
        },
      },
    },
  },
  server: { proxy: { "/api": { target: server, changeOrigin: false } } },
});

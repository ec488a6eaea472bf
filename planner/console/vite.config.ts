import { defineConfig } from "vitest/config";

export default defineConfig({
  build: {
    outDir: "target/classes/META-INF/resources/console",
    emptyOutDir: true,
    target: "es2022",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    license: { fileName: "third-party-licences.md" },
  },
  test: { environment: "node", include: ["test/**/*.test.ts"], testTimeout: 30_000 },
});

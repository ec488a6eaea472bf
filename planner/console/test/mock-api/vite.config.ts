import { defineConfig } from "vite";
import build from "../../vite.config.ts";
import { mockApi } from "./plugin.ts";

/** The pages with a made-up service beside them; never part of a build. */
export default defineConfig({ ...build, root: process.cwd(), plugins: [mockApi()] });

// Steps of the console's build that Maven calls: "build" and "test". Work whose inputs did not change is left out.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const lock = "node_modules/.gemba-lock";
const stamp = "target/console.stamp";
const page = "target/classes/META-INF/resources/console/index.html";
const inputs = ["src", "public", "index.html", "package.json", "package-lock.json", "tsconfig.json", "vite.config.ts"];

const step = process.argv[2];
install();
if (step === "build") build();
else if (step === "test") npm(["test"]);
else fail(`Unknown step "${step}". Use build or test.`);

function install() {
  const wanted = hash(["package-lock.json", ".npmrc"]) + process.version;
  if (existsSync(lock) && readFileSync(lock, "utf8") === wanted) return;
  npm(["ci", "--loglevel=error"]);
  writeFileSync(lock, wanted);
}

function build() {
  const wanted = hash(inputs);
  if (existsSync(page) && existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  npm(["run", "build"]);
  mkdirSync("target", { recursive: true });
  writeFileSync(stamp, wanted);
}

function npm(args) {
  const done = spawnSync("npm", args, { stdio: "inherit", shell: process.platform === "win32" });
  if (done.error) fail(`The console's build needs npm beside Node: ${done.error.message}.`);
  if (done.status !== 0) fail(`"npm ${args.join(" ")}" of the console failed; its output stands above.`);
}

function hash(paths) {
  const sum = createHash("sha256");
  for (const path of paths.flatMap(files)) sum.update(path).update(readFileSync(path));
  return sum.digest("hex");
}

function files(path) {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path).sort().flatMap((name) => files(join(path, name)));
}

function fail(message) {
  console.error(message);
  process.exit(1);
}

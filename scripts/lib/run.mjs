// Runs other programs and reports failures.
import { spawn, spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

/** The top folder of the checkout. */
export const root = fileURLToPath(new URL("../..", import.meta.url));

/** An error for the user, shown without a stack trace. */
export class Failure extends Error {}

/**
 * Runs a program and shows its output.
 * @param {string[]} command program and arguments
 * @param {{cwd?: string, env?: Record<string, string>, quiet?: boolean}} options
 *   quiet: shows output only if the program fails
 * @returns {Promise<void>} rejects with a Failure if the program cannot start or fails
 */
export function run(command, { cwd = root, env = {}, quiet = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command[0], command.slice(1), {
      cwd,
      env: { ...process.env, ...env },
      stdio: quiet ? ["ignore", "pipe", "pipe"] : ["ignore", "inherit", "inherit"],
    });
    const shown = [];
    child.stdout?.on("data", (data) => shown.push(data));
    child.stderr?.on("data", (data) => shown.push(data));
    child.on("error", (error) => reject(new Failure(`cannot run ${command[0]}: ${error.message}`)));
    child.on("close", (status, signal) => {
      if (status === 0) return resolve();
      process.stderr.write(Buffer.concat(shown));
      reject(new Failure(`${command.join(" ")} exited with ${signal ?? `status ${status}`}`));
    });
  });
}

/** The trimmed standard output of a program; null if it fails or does not exist. */
export function capture(command) {
  const result = spawnSync(command[0], command.slice(1), { cwd: root, encoding: "utf8" });
  return result.status === 0 ? result.stdout.trim() : null;
}

/** Runs a script's main function. A Failure ends it with its message only. */
export async function main(body) {
  try {
    await body();
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    console.error(`\n${error.message}`);
    process.exit(1);
  }
}

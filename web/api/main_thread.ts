// Runs the engine on the calling thread if workers are not available.
import { asLedeError, LedeError } from "./errors.js";
import type { StartHost } from "./host.js";
import { release } from "./release.js";

let warned = false;

export const onMainThread: StartHost = async (compiled) => {
  const module = await import("./engine.js").catch((cause: unknown) => {
    throw new LedeError("load_failed", "the engine could not be loaded", { cause });
  });
  if (module.release !== release)
    throw new LedeError("version_mismatch", `engine.js is from release ${module.release}, but the script is from ${release}`);
  const engine = await module.startEngine(compiled);
  if (!warned) console.warn("lede: this page cannot start a worker, so the engine blocks the calling thread while it reads.");
  warned = true;
  let spent = false;
  return {
    kind: "main-thread",
    get spent() {
      return spent;
    },
    async run(text, options) {
      // Lets the page render first, and lets the caller abort until then.
      await new Promise((done) => setTimeout(done));
      if (spent) throw new LedeError("crashed", "the engine was stopped");
      try {
        return engine.analyze(text, options);
      } catch (error) {
        spent = true;
        throw asLedeError(error);
      }
    },
    stop() {
      spent = true;
    },
  };
};

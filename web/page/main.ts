import "./article-view.js";
import "./block-tool.js";
import "./app.js";

// Registered after loading, so that the first visit does not wait for the offline copy.
if ("serviceWorker" in navigator)
  addEventListener("load", () => {
    navigator.serviceWorker.register("./service-worker.js").catch(() => {
      // Without a service worker, as in a private window, the page works but not offline.
    });
  });

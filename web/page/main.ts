import "./article-view.js";
import "./block-tool.js";
import "./app.js";

// After the page is there: a first visit must not wait for its own copy for later.
if ("serviceWorker" in navigator)
  addEventListener("load", () => {
    navigator.serviceWorker.register("./service-worker.js").catch(() => {
      // Without a service worker (a file, a private window) the page works, only not offline.
    });
  });

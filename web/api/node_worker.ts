// The Node.js worker. It needs no locks, because Node.js reports when a worker ends.
import { parentPort } from "node:worker_threads";
import { respond } from "./responder.js";

const receive = respond((message, transfer = []) => parentPort!.postMessage(message, transfer), async () => null);
parentPort!.on("message", (message) => void receive(message));

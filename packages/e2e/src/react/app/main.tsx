import { type DehydratedState, hydrate, QueryClient } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot, hydrateRoot } from "react-dom/client";
import { App } from "./app.js";

declare global {
  interface Window {
    /** What the page has asked React to say. */
    complaints: string[];
    /** What a server has put into the page. */
    dehydrated?: DehydratedState;
    /** What a form has told of its input. */
    told?: string[];
  }
}

window.complaints = [];
const complain = (error: unknown) => void window.complaints.push(String(error));
const cache = new QueryClient();
const root = document.getElementById("root") as HTMLElement;
const app = (
  <StrictMode>
    <App search={location.search} cache={cache} />
  </StrictMode>
);

if (root.firstChild) {
  if (window.dehydrated) hydrate(cache, window.dehydrated);
  hydrateRoot(root, app, { onRecoverableError: complain });
} else {
  createRoot(root).render(app);
}

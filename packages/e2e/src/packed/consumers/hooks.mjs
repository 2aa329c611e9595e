// The hooks, in a page: a run is started by a click, and its picture is seen.
import { files } from "@model-api/client";
import { ModelApiProvider, useModel } from "@model-api/react";
import { createElement } from "react";
import { createRoot } from "react-dom/client";

function Bicycle() {
  const model = useModel("openai/gpt-image-2/text-to-image");
  if (model.error) return createElement("p", { role: "alert" }, String(model.error));
  if (model.output) return createElement("img", { src: files(model.output)[0].url });
  return createElement(
    "button",
    { type: "button", onClick: () => model.run({ prompt: "A yellow bicycle" }) },
    model.status,
  );
}

/** Gives the width of the picture once it is seen; throws what an alert says. */
export async function exerciseHooks(options) {
  const container = document.body.appendChild(document.createElement("div"));
  const root = createRoot(container);
  root.render(createElement(ModelApiProvider, { options }, createElement(Bicycle)));
  try {
    (await seen(container, "button")).click();
    const picture = await seen(container, "img");
    await picture.decode();
    return { width: picture.naturalWidth };
  } finally {
    root.unmount();
  }
}

/** The element, once it is there. */
function seen(container, name) {
  return new Promise((resolve, reject) => {
    const observer = new MutationObserver(look);
    observer.observe(container, { childList: true, subtree: true });
    look();
    function look() {
      const alert = container.querySelector("[role=alert]");
      const found = container.querySelector(name);
      if (!alert && !found) return;
      observer.disconnect();
      if (alert) reject(new Error(alert.textContent));
      else resolve(found);
    }
  });
}

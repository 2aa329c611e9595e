// The hooks, rendered on a server.
import { ModelApiProvider, useModel } from "@model-api/react";
import { useModelForm } from "@model-api/react/form";
import { createElement } from "react";
import { renderToString } from "react-dom/server";

function Page() {
  const model = useModel("openai/gpt-image-2/text-to-image");
  return createElement("p", null, model.status);
}
const page = createElement(ModelApiProvider, { options: { baseUrl: "/api" } }, createElement(Page));
const html = renderToString(page);
if (html !== "<p>idle</p>") throw new Error(html);
if (typeof useModelForm !== "function") throw new Error("there is no form");
console.log(JSON.stringify({ html }));

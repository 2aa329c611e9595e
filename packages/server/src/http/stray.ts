import type { Hono, NotFoundHandler } from "hono";
import { ApiError } from "./api-error.js";

const METHODS = ["DELETE", "GET", "PATCH", "POST", "PUT"];

/** Answers what no route has taken: 405 where its path has other methods, else 404, with a hint where there is one. */
export function refuseStray(app: Hono, hint = ""): NotFoundHandler {
  /** The methods that have a route of their own; what stands before all methods is none. */
  const methodsOf = (path: string) =>
    METHODS.filter((method) =>
      app.router.match(method, path)[0].some(([[, route]]) => route.method === method),
    ).flatMap((method) => (method === "GET" ? ["GET", "HEAD"] : [method]));

  return (c) => {
    const { method, path } = c.req;
    const shown = path.slice(0, 200);
    const allowed = methodsOf(path);
    if (allowed.length === 0)
      return new ApiError("notFound", `There is no ${method} ${shown}.${hint}`).toResponse(path);
    const list = allowed.join(", ");
    const error = new ApiError("methodNotAllowed", `${shown} has no ${method}; it has ${list}.`);
    const response = error.toResponse(path);
    response.headers.set("allow", list);
    return response;
  };
}

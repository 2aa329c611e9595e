import { Hono } from "hono";
import { REQUEST_ID } from "../generated/identifiers.js";
import { ApiError } from "../http/api-error.js";
import type { ServerContext } from "../server-context.js";

const TYPES: Readonly<Record<string, string>> = {
  png: "image/png",
  jpg: "image/jpeg",
  webp: "image/webp",
  mp4: "video/mp4",
  webm: "video/webm",
  mp3: "audio/mpeg",
  wav: "audio/wav",
  ogg: "audio/ogg",
};

/** The output files. The unguessable name is the right to read; no token is asked for. */
export function outputRoutes({ storage }: ServerContext): Hono {
  const routes = new Hono();
  routes.get("/outputs/:request/:file", async (c) => {
    const { request, file } = c.req.param();
    const isName = REQUEST_ID.test(request) && /^[A-Za-z0-9_-]{1,128}\.[a-z0-9]{1,8}$/.test(file);
    const object = isName ? await storage.find(request, file) : undefined;
    if (!object) throw new ApiError("notFound", "There is no such file.");
    return new Response(object.open(), {
      headers: {
        "content-type": TYPES[file.slice(file.lastIndexOf(".") + 1)] ?? "application/octet-stream",
        "content-length": String(object.size),
        "x-content-type-options": "nosniff",
        // Made by an engine from a stranger's input: never a page of this origin.
        "content-security-policy": "default-src 'none'; sandbox",
        "cache-control": "private, max-age=31536000, immutable",
      },
    });
  });
  return routes;
}

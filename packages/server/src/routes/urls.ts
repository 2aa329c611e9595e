import type { components } from "../generated/openapi.js";
import type { StoredFile } from "../requests.js";
import type { ServerContext } from "../server-context.js";

type Schemas = components["schemas"];

/** Where the caller reached the server, or where the operator says that callers do; no slash at its end. */
export function originOf(request: Request, { publicUrl }: ServerContext): string {
  return publicUrl ?? new URL(request.url).origin;
}

export function requestUrls(origin: string, id: string): Omit<Schemas["Submitted"], "request_id"> {
  const base = `${origin}/v1/requests/${id}`;
  return { status_url: `${base}/status`, result_url: `${base}/result`, cancel_url: `${base}/cancel` };
}

/** Files as the contract's output: one of a kind in the singular, several in the plural. */
export function outputOf(files: readonly StoredFile[], requestId: string, origin: string): Schemas["Output"] {
  const urls = (kind: StoredFile["kind"]) =>
    files.filter((file) => file.kind === kind).map((file) => `${origin}/outputs/${requestId}/${file.name}`);
  const [images, videos, [audio]] = [urls("image"), urls("video"), urls("audio")];
  return {
    ...(images.length === 1 && { image: images[0] as string }),
    ...(images.length > 1 && { images }),
    ...(videos.length === 1 && { video: videos[0] as string }),
    ...(videos.length > 1 && { videos }),
    ...(audio && { audio }),
  };
}

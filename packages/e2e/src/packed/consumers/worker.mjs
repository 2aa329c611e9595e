// The client at the edge: answers what came out of it.
import { exercise } from "./client.mjs";

export default {
  async fetch(request) {
    const settings = await request.json();
    try {
      return Response.json(await exercise(settings));
    } catch (error) {
      return new Response(String(error?.stack ?? error), { status: 500 });
    }
  },
};

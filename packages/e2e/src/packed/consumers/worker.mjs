// What runs at the edge: answers what came out of it.
import { exerciseAiSdk } from "./ai-sdk.mjs";
import { exercise } from "./client.mjs";

const checks = { client: exercise, "ai-sdk": exerciseAiSdk };

export default {
  async fetch(request) {
    const { check, ...settings } = await request.json();
    try {
      return Response.json(await checks[check](settings));
    } catch (error) {
      return new Response(String(error?.stack ?? error), { status: 500 });
    }
  },
};

// What runs in a page, whose origin is another one than the server's.
import { exerciseAiSdk } from "./ai-sdk.mjs";
import { exercise } from "./client.mjs";
import { exerciseHooks } from "./hooks.mjs";

globalThis.checks = { client: exercise, react: exerciseHooks, "ai-sdk": exerciseAiSdk };

import type { Engine } from "../engines/engine.js";
import { createLocalEngine } from "../engines/local/index.js";
import { createOpenAIEngine } from "../engines/openai/index.js";
import { createPlaceholderEngine } from "../engines/placeholder/index.js";
import { createReplayEngine } from "../engines/replay/index.js";
import { createUpstreamEngine } from "../engines/upstream/index.js";
import type { ServerConfig } from "../generated/config.js";
import { ConfigError } from "./config-error.js";

/** What some of the built-in engines have to be told. */
export type EngineSettings = Partial<
  Pick<
    ServerConfig,
    "upstreamUrl" | "upstreamToken" | "record" | "redactPrompts" | "replay" | "replaySpeed" | "onMiss"
  >
>;

/** What opens each of the built-in engines, by name. It throws a {@link ConfigError} where a setting is missing. */
export function builtInEngines(settings: EngineSettings): Readonly<Record<string, () => Engine>> {
  const upstream = () => openUpstream(settings);
  const local = () => createLocalEngine();
  return {
    local,
    placeholder: () => createPlaceholderEngine(),
    openai: () => createOpenAIEngine(),
    upstream,
    replay: () => openReplay(settings, { upstream, local }),
  };
}

function openUpstream({ upstreamToken, upstreamUrl, record, redactPrompts }: EngineSettings): Engine {
  if (upstreamToken === undefined)
    throw new ConfigError([
      "the engine upstream needs the token that it pays with: set MODEL_API_UPSTREAM_TOKEN, or RUNCOMFY_TOKEN",
    ]);
  return createUpstreamEngine({ token: upstreamToken, baseUrl: upstreamUrl, record, redactPrompts });
}

function openReplay(
  { replay, replaySpeed = "instant", onMiss = "error" }: EngineSettings,
  others: Readonly<Record<"upstream" | "local", () => Engine>>,
): Engine {
  if (replay === undefined)
    throw new ConfigError([
      "the engine replay needs the folder of its cassettes: set --replay or MODEL_API_REPLAY",
    ]);
  return createReplayEngine({
    folder: replay,
    speed: replaySpeed === "instant" ? Number.POSITIVE_INFINITY : Number(replaySpeed),
    onMiss: onMiss === "error" ? undefined : others[onMiss](),
  });
}

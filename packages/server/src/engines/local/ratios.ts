import { inputSchema } from "@model-api/models/openai/gpt-image-2/edit";

/** The aspect ratios that the model's schema allows, `width:height`. */
export const ASPECT_RATIOS: readonly string[] = inputSchema.properties.aspect_ratio?.enum?.map(String) ?? [];

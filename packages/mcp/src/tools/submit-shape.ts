import { z } from "zod";

/** What both tools take that submit. */
export const submitShape: z.ZodObject<{
  model_id: z.ZodString;
  input: z.ZodRecord<z.ZodString, z.ZodUnknown>;
  max_cost_usd: z.ZodOptional<z.ZodNumber>;
  variant: z.ZodOptional<z.ZodString>;
}> = z.object({
  model_id: z.string().max(200).describe("Such as openai/gpt-image-2/edit."),
  input: z
    .record(z.string(), z.unknown())
    .describe(
      "The model's input, as get_model's input_schema says. Media fields take a URL, a data URI, or the path of a local file inside the allowed folders.",
    ),
  max_cost_usd: z
    .number()
    .min(0)
    .optional()
    .describe(
      "Refuse if it is estimated to cost more US dollars. It cannot raise the limits of this server.",
    ),
  variant: z
    .string()
    .min(1)
    .max(100)
    .optional()
    .describe(
      "A name that tells this request from others with the same input. Without one, the same input as that of a request whose result nobody has had yet gives that request.",
    ),
});

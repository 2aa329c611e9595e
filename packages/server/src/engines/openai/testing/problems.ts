import { type FakeCall, fieldOf } from "./fake-call.js";

/** The key that the stand-in takes. */
export const FAKE_KEY = "sk-proj-fake0123456789abcdefTAIL";

/** An answer that is an error. */
export type Problem = [
  status: number,
  error: { message: string; type: string; code: string | null; param?: string },
];

const FIELDS = ["model", "prompt", "n", "size", "quality", "output_format"];
const MODELS = ["gpt-image-2", "gpt-image-2.5-flare", "gpt-image-2.5-sunburst"];
const INVALID = "invalid_request_error";

/** What OpenAI would refuse it for. */
export function problemOf(call: FakeCall): Problem | undefined {
  const { authorization = "" } = call.headers;
  if (authorization !== `Bearer ${FAKE_KEY}`)
    return [401, incorrectKey(authorization.slice("Bearer ".length))];
  const isEdit = call.path === "/v1/images/edits";
  if (!isEdit && call.path !== "/v1/images/generations")
    return [404, { message: `Invalid URL (${call.path})`, type: INVALID, code: null }];
  const unknown = call.fields.find(([name]) => !FIELDS.includes(name))?.[0];
  if (unknown !== undefined)
    return [
      400,
      {
        message: `Unknown parameter: '${unknown}'.`,
        type: INVALID,
        code: "unknown_parameter",
        param: unknown,
      },
    ];
  const model = fieldOf(call, "model") ?? "";
  if (!MODELS.includes(model))
    return [
      400,
      { message: `Invalid value: '${model}'.`, type: INVALID, code: "invalid_value", param: "model" },
    ];
  if (!isSize(fieldOf(call, "size") ?? ""))
    return [400, { message: "Invalid size.", type: INVALID, code: "invalid_value", param: "size" }];
  if (isEdit && call.files.length === 0)
    return [
      400,
      {
        message: "Missing required parameter: 'image'.",
        type: INVALID,
        code: "missing_required_parameter",
        param: "image",
      },
    ];
  const odd = call.files.findIndex(
    ({ field, type }) => field !== "image[]" || !["image/png", "image/jpeg", "image/webp"].includes(type),
  );
  if (odd >= 0)
    return [
      400,
      {
        message: `Invalid image file or mode for image ${odd + 1}, please check your image file.`,
        type: "image_generation_user_error",
        code: "invalid_image_file",
        param: "image",
      },
    ];
  return undefined;
}

/** As OpenAI says it: with the beginning and the end of the key. */
function incorrectKey(key: string): Problem[1] {
  const message = `Incorrect API key provided: ${key.slice(0, 8)}${"*".repeat(16)}${key.slice(-4)}. You can find your API key at https://platform.openai.com/account/api-keys.`;
  return { message, type: INVALID, code: "invalid_api_key" };
}

function isSize(size: string): boolean {
  const [width = 0, height = 0] = size.split("x").map(Number);
  const area = width * height;
  const isWithin = area >= 655_360 && area <= 8_294_400 && Math.max(width, height) <= 3840;
  return isWithin && width % 16 === 0 && height % 16 === 0 && Math.max(width / height, height / width) <= 3;
}

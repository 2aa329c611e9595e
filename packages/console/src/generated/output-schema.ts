// Generated from schemas/ by `pnpm codegen`. Do not edit.

interface OutputField {
  readonly description: string;
  readonly type: string;
  readonly [keyword: string]: unknown;
}

/** What a model made: one shape for all models. */
export const outputSchema: {
  readonly type: string;
  readonly properties: { readonly [name: string]: OutputField };
} = {
  "type": "object",
  "properties": {
    "image": {
      "description": "URL of the generated image.",
      "type": "string",
      "format": "uri"
    },
    "images": {
      "description": "URLs of the generated images, where there are several.",
      "type": "array",
      "items": {
        "type": "string",
        "format": "uri"
      }
    },
    "video": {
      "description": "URL of the generated video.",
      "type": "string",
      "format": "uri"
    },
    "videos": {
      "description": "URLs of the generated videos, where there are several.",
      "type": "array",
      "items": {
        "type": "string",
        "format": "uri"
      }
    },
    "audio": {
      "description": "URL of the generated audio.",
      "type": "string",
      "format": "uri"
    }
  }
};

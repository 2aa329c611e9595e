// Generated from schemas/ by `pnpm codegen`. Do not edit.
export * from "./lean.js";

export const models = [
  {
    "model_id": "acestep-ai/ace-step-1.5/text-to-audio",
    "display_name": "ACE-Step 1.5 Text to Audio",
    "description": "Makes a piece of music of up to 240 seconds from tags of style, with lyrics if given.",
    "kind": "model",
    "categories": [
      "text-to-audio",
      "music-generation"
    ],
    "output_kind": "audio",
    "price_unit": "second",
    "base_price_usd": null,
    "price_quantity": {
      "field": "duration"
    }
  },
  {
    "model_id": "alibaba/happyhorse-1.1/text-to-video",
    "display_name": "HappyHorse 1.1 Text to Video",
    "description": "Makes a video of 3 to 15 seconds from a written description, at 720p or 1080p.",
    "kind": "model",
    "categories": [
      "text-to-video"
    ],
    "output_kind": "video",
    "price_unit": "second",
    "base_price_usd": null,
    "price_quantity": {
      "field": "duration"
    }
  },
  {
    "model_id": "blackforestlabs/flux-2-klein/4b/text-to-image",
    "display_name": "FLUX.2 klein 4B Text to Image",
    "description": "Makes an image from a written description with the smaller klein model, from 64 to 2048 pixels a side.",
    "kind": "model",
    "categories": [
      "text-to-image"
    ],
    "output_kind": "image",
    "price_unit": "output",
    "base_price_usd": null,
    "price_quantity": {
      "count": 1
    }
  },
  {
    "model_id": "blackforestlabs/flux-2-klein/9b/text-to-image",
    "display_name": "FLUX.2 klein 9B Text to Image",
    "description": "Makes an image from a written description with the larger klein model, in a chosen number of steps, from 512 to 1536 pixels a side.",
    "kind": "model",
    "categories": [
      "text-to-image"
    ],
    "output_kind": "image",
    "price_unit": "output",
    "base_price_usd": null,
    "price_quantity": {
      "count": 1
    }
  },
  {
    "model_id": "blackforestlabs/flux-3/image",
    "display_name": "FLUX 3 Image",
    "description": "Makes an image from a written description in one of six square, portrait or landscape sizes.",
    "kind": "model",
    "categories": [
      "text-to-image"
    ],
    "output_kind": "image",
    "price_unit": "output",
    "base_price_usd": null,
    "price_quantity": {
      "count": 1
    }
  },
  {
    "model_id": "blackforestlabs/flux-3/image-to-video",
    "display_name": "FLUX 3 Image to Video",
    "description": "Animates an image by a written description for 5 to 20 seconds, with sound.",
    "kind": "model",
    "categories": [
      "image-to-video"
    ],
    "output_kind": "video",
    "price_unit": "second",
    "base_price_usd": null,
    "price_quantity": {
      "field": "duration"
    }
  },
  {
    "model_id": "blackforestlabs/flux-3/text-to-video",
    "display_name": "FLUX 3 Text to Video",
    "description": "Makes a video of 5 to 20 seconds from a written description, with sound, in a shape and length that can be left to the model.",
    "kind": "model",
    "categories": [
      "text-to-video"
    ],
    "output_kind": "video",
    "price_unit": "second",
    "base_price_usd": null,
    "price_quantity": {
      "field": "duration"
    }
  },
  {
    "model_id": "bytedance/seed-audio-1.0/text-to-audio",
    "display_name": "Seed Audio 1.0 Text to Audio",
    "description": "Makes speech and sound from a written prompt, in a preset voice or guided by reference audio or an image.",
    "kind": "model",
    "categories": [
      "text-to-audio",
      "text-to-speech"
    ],
    "output_kind": "audio",
    "price_unit": "second",
    "base_price_usd": null
  },
  {
    "model_id": "bytedance/seedance-2.0/pro",
    "display_name": "Seedance 2.0 Pro",
    "description": "Makes a video from a written description and, if given, reference images, videos and audio, with sound and up to 4K.",
    "kind": "model",
    "categories": [
      "text-to-video",
      "reference-to-video"
    ],
    "output_kind": "video",
    "price_unit": "second",
    "base_price_usd": null,
    "price_quantity": {
      "field": "duration"
    }
  },
  {
    "model_id": "bytedance/seedance-2.5/image-to-video/720p",
    "display_name": "Seedance 2.5 Image to Video 720p",
    "description": "Animates an image by a written description for up to 30 seconds at 720p, with sound.",
    "kind": "model",
    "categories": [
      "image-to-video"
    ],
    "output_kind": "video",
    "price_unit": "second",
    "base_price_usd": null,
    "price_quantity": {
      "field": "duration"
    }
  },
  {
    "model_id": "bytedance/seedance-2.5/reference-to-video/720p",
    "display_name": "Seedance 2.5 Reference to Video 720p",
    "description": "Makes a video at 720p from a written description, guided by reference images, videos and audio, with sound.",
    "kind": "model",
    "categories": [
      "reference-to-video"
    ],
    "output_kind": "video",
    "price_unit": "second",
    "base_price_usd": null,
    "price_quantity": {
      "field": "duration"
    }
  },
  {
    "model_id": "bytedance/seedance-2.5/text-to-video/720p",
    "display_name": "Seedance 2.5 Text to Video 720p",
    "description": "Makes a video of 4 to 30 seconds at 720p from a written description alone, with sound.",
    "kind": "model",
    "categories": [
      "text-to-video"
    ],
    "output_kind": "video",
    "price_unit": "second",
    "base_price_usd": null,
    "price_quantity": {
      "field": "duration"
    }
  },
  {
    "model_id": "bytedance/seedream-5.0-pro/image-to-image",
    "display_name": "Seedream 5.0 Pro Image to Image",
    "description": "Makes a new image from up to 10 input images and a written instruction, at 1K or 2K.",
    "kind": "model",
    "categories": [
      "image-to-image",
      "image-editing"
    ],
    "output_kind": "image",
    "price_unit": "output",
    "base_price_usd": null,
    "price_quantity": {
      "count": 1
    }
  },
  {
    "model_id": "bytedance/seedream-5.0-pro/text-to-image",
    "display_name": "Seedream 5.0 Pro Text to Image",
    "description": "Makes an image from a written description, at 1K or 2K.",
    "kind": "model",
    "categories": [
      "text-to-image"
    ],
    "output_kind": "image",
    "price_unit": "output",
    "base_price_usd": null,
    "price_quantity": {
      "count": 1
    }
  },
  {
    "model_id": "elevenlabs/elevenlabs/music-generation",
    "display_name": "ElevenLabs Music Generation",
    "description": "Makes a piece of music of 5 seconds to 5 minutes from a written description, with or without vocals.",
    "kind": "model",
    "categories": [
      "text-to-audio",
      "music-generation"
    ],
    "output_kind": "audio",
    "price_unit": "second",
    "base_price_usd": null,
    "price_quantity": {
      "field": "music_length_ms",
      "factor": 0.001
    }
  },
  {
    "model_id": "google/gemini-omni-flash/text-to-video",
    "display_name": "Gemini Omni Flash Text to Video",
    "description": "Makes a landscape or portrait video of 3 to 10 seconds from a written description.",
    "kind": "model",
    "categories": [
      "text-to-video"
    ],
    "output_kind": "video",
    "price_unit": "second",
    "base_price_usd": null,
    "price_quantity": {
      "field": "duration"
    }
  },
  {
    "model_id": "google/gemini-omni-flash/video-edit",
    "display_name": "Gemini Omni Flash Video Edit",
    "description": "Changes a video by a written instruction.",
    "kind": "model",
    "categories": [
      "video-to-video",
      "video-editing"
    ],
    "output_kind": "video",
    "price_unit": "second",
    "base_price_usd": null
  },
  {
    "model_id": "google/nano-banana-2-lite/edit",
    "display_name": "Nano Banana 2 Lite Edit",
    "description": "Edits or combines up to 10 images by a written instruction.",
    "kind": "model",
    "categories": [
      "image-to-image",
      "image-editing"
    ],
    "output_kind": "image",
    "price_unit": "output",
    "base_price_usd": null,
    "price_quantity": {
      "count": 1
    }
  },
  {
    "model_id": "google/nano-banana-2-lite/text-to-image",
    "display_name": "Nano Banana 2 Lite Text to Image",
    "description": "Makes an image from a written description in any of fourteen aspect ratios, from 8:1 to 1:8.",
    "kind": "model",
    "categories": [
      "text-to-image"
    ],
    "output_kind": "image",
    "price_unit": "output",
    "base_price_usd": null,
    "price_quantity": {
      "count": 1
    }
  },
  {
    "model_id": "ideogram-ai/ideogram-v4/text-to-image",
    "display_name": "Ideogram 4.0 Text to Image",
    "description": "Makes an image from a written description, at one of three rendering speeds.",
    "kind": "model",
    "categories": [
      "text-to-image"
    ],
    "output_kind": "image",
    "price_unit": "output",
    "base_price_usd": null,
    "price_quantity": {
      "count": 1
    }
  },
  {
    "model_id": "kling/kling-3.0/pro/image-to-video",
    "display_name": "Kling 3.0 Pro Image to Video",
    "description": "Animates an image by a written description in the pro tier, with sound, optionally towards a last frame.",
    "kind": "model",
    "categories": [
      "image-to-video"
    ],
    "output_kind": "video",
    "price_unit": "second",
    "base_price_usd": null,
    "price_quantity": {
      "field": "duration"
    }
  },
  {
    "model_id": "kling/kling-3.0/standard/text-to-video",
    "display_name": "Kling 3.0 Standard Text to Video",
    "description": "Makes a video of 3 to 15 seconds from a written description in the standard tier, with sound.",
    "kind": "model",
    "categories": [
      "text-to-video"
    ],
    "output_kind": "video",
    "price_unit": "second",
    "base_price_usd": null,
    "price_quantity": {
      "field": "duration"
    }
  },
  {
    "model_id": "kling/kling-video-o3/pro/image-to-video",
    "display_name": "Kling Video O3 Pro Image to Video",
    "description": "Animates an image by a written description, optionally towards a last frame; sound is off unless asked for.",
    "kind": "model",
    "categories": [
      "image-to-video"
    ],
    "output_kind": "video",
    "price_unit": "second",
    "base_price_usd": null,
    "price_quantity": {
      "field": "duration"
    }
  },
  {
    "model_id": "lightricks/ltx-2.5/image-to-video/fast",
    "display_name": "LTX-2.5 Fast Image to Video",
    "description": "Animates an image by a written description with a chosen camera motion and sound, up to 20 seconds or 4K, favouring speed.",
    "kind": "model",
    "categories": [
      "image-to-video"
    ],
    "output_kind": "video",
    "price_unit": "second",
    "base_price_usd": null,
    "price_quantity": {
      "field": "duration"
    }
  },
  {
    "model_id": "lightricks/ltx-2.5/text-to-video/pro",
    "display_name": "LTX-2.5 Pro Text to Video",
    "description": "Makes a video of up to 10 seconds from a written description with a chosen camera motion and sound, up to 1080p.",
    "kind": "model",
    "categories": [
      "text-to-video"
    ],
    "output_kind": "video",
    "price_unit": "second",
    "base_price_usd": null,
    "price_quantity": {
      "field": "duration"
    }
  },
  {
    "model_id": "minimax/minimax-h3/image-to-video",
    "display_name": "MiniMax H3 Image to Video",
    "description": "Animates an image by a written description at 768p or 2K, optionally towards a last frame.",
    "kind": "model",
    "categories": [
      "image-to-video"
    ],
    "output_kind": "video",
    "price_unit": "second",
    "base_price_usd": null,
    "price_quantity": {
      "field": "duration"
    }
  },
  {
    "model_id": "minimax/minimax-h3/text-to-video",
    "display_name": "MiniMax H3 Text to Video",
    "description": "Makes a video of 4 to 15 seconds from a written description, at 768p or 2K.",
    "kind": "model",
    "categories": [
      "text-to-video"
    ],
    "output_kind": "video",
    "price_unit": "second",
    "base_price_usd": null,
    "price_quantity": {
      "field": "duration"
    }
  },
  {
    "model_id": "openai/gpt-image-2.5/flare/edit",
    "display_name": "GPT Image 2.5 Flare Edit",
    "description": "Edits or combines up to 16 images by a written instruction with the Flare variant, up to 4K.",
    "kind": "model",
    "categories": [
      "image-to-image",
      "image-editing"
    ],
    "output_kind": "image",
    "price_unit": "output",
    "base_price_usd": null,
    "price_quantity": {
      "count": 1
    }
  },
  {
    "model_id": "openai/gpt-image-2.5/flare/text-to-image",
    "display_name": "GPT Image 2.5 Flare",
    "description": "Makes an image from a written description with the Flare variant, up to 4K.",
    "kind": "model",
    "categories": [
      "text-to-image"
    ],
    "output_kind": "image",
    "price_unit": "output",
    "base_price_usd": null,
    "price_quantity": {
      "count": 1
    }
  },
  {
    "model_id": "openai/gpt-image-2.5/sunburst/edit",
    "display_name": "GPT Image 2.5 Sunburst Edit",
    "description": "Edits or combines up to 16 images by a written instruction with the Sunburst variant, up to 4K.",
    "kind": "model",
    "categories": [
      "image-to-image",
      "image-editing"
    ],
    "output_kind": "image",
    "price_unit": "output",
    "base_price_usd": null,
    "price_quantity": {
      "count": 1
    }
  },
  {
    "model_id": "openai/gpt-image-2.5/sunburst/text-to-image",
    "display_name": "GPT Image 2.5 Sunburst",
    "description": "Makes an image from a written description with the Sunburst variant, up to 4K.",
    "kind": "model",
    "categories": [
      "text-to-image"
    ],
    "output_kind": "image",
    "price_unit": "output",
    "base_price_usd": null,
    "price_quantity": {
      "count": 1
    }
  },
  {
    "model_id": "openai/gpt-image-2/edit",
    "display_name": "GPT Image 2 Edit",
    "description": "Edits one or several images by a written instruction, with accurate multilingual text, up to 4K.",
    "kind": "model",
    "categories": [
      "image-to-image",
      "image-editing"
    ],
    "output_kind": "image",
    "price_unit": "output",
    "base_price_usd": null,
    "price_quantity": {
      "count": 1
    }
  },
  {
    "model_id": "openai/gpt-image-2/text-to-image",
    "display_name": "GPT Image 2",
    "description": "Makes an image from a written description, with accurate multilingual text, up to 4K.",
    "kind": "model",
    "categories": [
      "text-to-image"
    ],
    "output_kind": "image",
    "price_unit": "output",
    "base_price_usd": null,
    "price_quantity": {
      "count": 1
    }
  },
  {
    "model_id": "pixverse/pixverse-v6/image-to-video",
    "display_name": "PixVerse V6 Image to Video",
    "description": "Animates an image by a written description, optionally in several shots and with sound.",
    "kind": "model",
    "categories": [
      "image-to-video"
    ],
    "output_kind": "video",
    "price_unit": "second",
    "base_price_usd": null,
    "price_quantity": {
      "field": "duration"
    }
  },
  {
    "model_id": "pixverse/pixverse-v6/text-to-video",
    "display_name": "PixVerse V6 Text to Video",
    "description": "Makes a video of up to 15 seconds from a written description, optionally in several shots and with sound.",
    "kind": "model",
    "categories": [
      "text-to-video"
    ],
    "output_kind": "video",
    "price_unit": "second",
    "base_price_usd": null,
    "price_quantity": {
      "field": "duration"
    }
  },
  {
    "model_id": "qwen/qwen-image-3.0/edit",
    "display_name": "Qwen-Image-3.0 Edit",
    "description": "Edits or combines up to 3 images by a written instruction, at 1K or 2K.",
    "kind": "model",
    "categories": [
      "image-to-image",
      "image-editing"
    ],
    "output_kind": "image",
    "price_unit": "output",
    "base_price_usd": null,
    "price_quantity": {
      "count": 1
    }
  },
  {
    "model_id": "qwen/qwen-image-3.0/text-to-image",
    "display_name": "Qwen-Image-3.0 Text to Image",
    "description": "Makes an image from a written description, at 1K or 2K, elaborating the description unless told not to.",
    "kind": "model",
    "categories": [
      "text-to-image"
    ],
    "output_kind": "image",
    "price_unit": "output",
    "base_price_usd": null,
    "price_quantity": {
      "count": 1
    }
  },
  {
    "model_id": "runwayml/runway-aleph-2/video-to-video",
    "display_name": "Runway Aleph 2.0 Video to Video",
    "description": "Changes a video by a written instruction, optionally into another aspect ratio.",
    "kind": "model",
    "categories": [
      "video-to-video",
      "video-editing"
    ],
    "output_kind": "video",
    "price_unit": "second",
    "base_price_usd": null
  },
  {
    "model_id": "wan-ai/wan-2.7/edit",
    "display_name": "Wan 2.7 Edit",
    "description": "Edits or combines up to 4 images by a written instruction and returns up to 4 results.",
    "kind": "model",
    "categories": [
      "image-to-image",
      "image-editing"
    ],
    "output_kind": "image",
    "price_unit": "output",
    "base_price_usd": null,
    "price_quantity": {
      "field": "num_images"
    }
  },
  {
    "model_id": "wan-ai/wan-2.7/image-to-video",
    "display_name": "Wan 2.7 Image to Video",
    "description": "Animates an image by a written description, optionally towards a last frame and to a soundtrack.",
    "kind": "model",
    "categories": [
      "image-to-video"
    ],
    "output_kind": "video",
    "price_unit": "second",
    "base_price_usd": null,
    "price_quantity": {
      "field": "duration"
    }
  },
  {
    "model_id": "wan-ai/wan-2.7/text-to-image",
    "display_name": "Wan 2.7 Text to Image",
    "description": "Makes up to 5 images from a written description.",
    "kind": "model",
    "categories": [
      "text-to-image"
    ],
    "output_kind": "image",
    "price_unit": "output",
    "base_price_usd": null
  },
  {
    "model_id": "wan-ai/wan-2.7/text-to-video",
    "display_name": "Wan 2.7 Text to Video",
    "description": "Makes a video of 2 to 15 seconds from a written description, optionally to a soundtrack of your own.",
    "kind": "model",
    "categories": [
      "text-to-video"
    ],
    "output_kind": "video",
    "price_unit": "second",
    "base_price_usd": null,
    "price_quantity": {
      "field": "duration"
    }
  },
  {
    "model_id": "wan-ai/wan-3.0/image-to-video",
    "display_name": "Wan 3.0 Image to Video",
    "description": "Animates an image by a written description for up to 30 seconds, with sound, optionally towards a last frame.",
    "kind": "model",
    "categories": [
      "image-to-video"
    ],
    "output_kind": "video",
    "price_unit": "second",
    "base_price_usd": null,
    "price_quantity": {
      "field": "duration"
    }
  },
  {
    "model_id": "wan-ai/wan-3.0/text-to-video",
    "display_name": "Wan 3.0 Text to Video",
    "description": "Makes a video of up to 30 seconds from a written description, with sound unless it is turned off.",
    "kind": "model",
    "categories": [
      "text-to-video"
    ],
    "output_kind": "video",
    "price_unit": "second",
    "base_price_usd": null,
    "price_quantity": {
      "field": "duration"
    }
  }
];

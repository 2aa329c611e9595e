import type { InputIssue } from "@model-api/client";
import { useWords } from "./context.js";
import type { Values } from "./format-message.js";
import type { MessageKey } from "./languages.js";

/** A text, and the language that it is in where that is not the page's. */
export interface Said {
  readonly text: string;
  readonly languageTag: "en" | undefined;
}

/** The values of a list that are named; the schema has the others. */
const MAX_NAMED = 12;

/** What is wrong with an input, in the language of the page where its keyword has words; else in the English of whoever refused it. */
export function useIssueWords(): (issue: InputIssue, label: string) => Said {
  const { t, language } = useWords();
  /** What the file in a field has to satisfy. */
  const ruleOf = ({ keyword, params = {} }: InputIssue): [MessageKey, Values] | undefined => {
    const measure = MEASURES.find((each) => each === params.measure);
    if (keyword !== "fileRule" || !measure) return undefined;
    const comparison = String(params.comparison);
    return ["issue.fileRule", { measure: t(`measure.${measure}`), comparison, value: Number(params.value) }];
  };
  return (issue, label) => {
    const found = ruleOf(issue) ?? messageOf(issue, label);
    if (found) return { text: t(...found), languageTag: undefined };
    return { text: `${label} ${issue.message}`, languageTag: language.code === "en" ? undefined : "en" };
  };
}

function messageOf(issue: InputIssue, label: string): [MessageKey, Values?] | undefined {
  const { keyword, params = {}, allowed } = issue;
  const limit = Number(params.limit ?? params.multipleOf);
  switch (keyword) {
    case "required":
      return ["issue.required", { label }];
    case "not":
    case "unknownField":
      return [`issue.${keyword}`];
    case "type": {
      const type = TYPES.find((each) => each === params.type);
      return type && [`issue.${type}`];
    }
    case "format":
      return /_uri$/.test(String(params.format)) ? ["issue.uri"] : undefined;
    case "pattern":
      return ["issue.pattern", { pattern: String(params.pattern) }];
    case "multipleOf":
    case "minimum":
    case "maximum":
    case "exclusiveMinimum":
    case "exclusiveMaximum":
      return [`issue.${keyword}`, { limit }];
    case "minLength":
    case "maxLength":
    case "minItems":
    case "maxItems":
      return [`issue.${keyword}`, { count: limit }];
    case "enum":
    case "const":
      return allowed && allowed.length <= MAX_NAMED
        ? ["issue.enum", { allowed: allowed.map(String).join(", ") }]
        : undefined;
    case "fileKind": {
      if (!params.type) return ["issue.fileUnknown"];
      const kind = KINDS.find((each) => each === params.kind);
      return kind && [`issue.fileKind.${kind}`, { type: String(params.type) }];
    }
    default:
      return undefined;
  }
}

const TYPES = ["string", "number", "integer", "boolean", "array", "object"] as const;
const KINDS = ["image", "video", "audio"] as const;
const MEASURES = [
  "width_pixels",
  "height_pixels",
  "width/height",
  "height/width",
  "file_size_mb",
  "duration_seconds",
] as const;

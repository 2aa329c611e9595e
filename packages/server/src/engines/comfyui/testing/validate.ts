import { type InputRule, NODE_CLASSES } from "./node-classes.js";

export interface PromptNode {
  readonly class_type: string;
  readonly inputs: Readonly<Record<string, unknown>>;
}
export type Prompt = Readonly<Record<string, PromptNode>>;

/** Body of HTTP 400, as ComfyUI words it. */
export interface Refusal {
  readonly error: object;
  readonly node_errors: object;
}

interface Reason {
  readonly type: string;
  readonly message: string;
  readonly details: string;
  readonly extra_info: object;
}

/** Checks a workflow as ComfyUI does: unknown classes first, then what the output nodes depend on, and nothing else. */
export function validate(
  prompt: Prompt,
  isKnownImage: (name: string) => boolean,
): { outputs: string[] } | Refusal {
  for (const [id, node] of Object.entries(prompt)) {
    if (Object.hasOwn(NODE_CLASSES, node.class_type)) continue;
    return {
      error: {
        type: "missing_node_type",
        message: `Node '${node.class_type}' not found. The custom node may not be installed.`,
        details: `Node ID '#${id}'`,
        extra_info: { node_id: id, class_type: node.class_type, node_title: node.class_type },
      },
      node_errors: {},
    };
  }
  const outputs = Object.keys(prompt).filter((id) => NODE_CLASSES[prompt[id]?.class_type ?? ""]?.isOutput);
  if (outputs.length === 0)
    return {
      error: { type: "prompt_no_outputs", message: "Prompt has no outputs", details: "", extra_info: {} },
      node_errors: {},
    };
  const broken = new Map<string, Reason[]>();
  const good = outputs.filter((id) => check(prompt, id, isKnownImage, broken));
  if (good.length > 0) return { outputs: good };
  const nodeErrors = [...broken].map(([id, errors]) => [
    id,
    { errors, dependent_outputs: outputs, class_type: prompt[id]?.class_type },
  ]);
  return {
    error: {
      type: "prompt_outputs_failed_validation",
      message: "Prompt outputs failed validation",
      details: "",
      extra_info: {},
    },
    node_errors: Object.fromEntries(nodeErrors),
  };
}

function check(
  prompt: Prompt,
  id: string,
  isKnownImage: (name: string) => boolean,
  broken: Map<string, Reason[]>,
): boolean {
  const node = prompt[id] as PromptNode;
  const nodeClass = NODE_CLASSES[node.class_type];
  const reasons: Reason[] = [];
  let valid = true;
  for (const [name, rule] of Object.entries(nodeClass?.inputs ?? {})) {
    const value = node.inputs[name];
    if (value === undefined) {
      if (!rule.optional)
        reasons.push(reason("required_input_missing", "Required input is missing", name, name));
    } else if (Array.isArray(value)) {
      const [source, slot] = value;
      const type = NODE_CLASSES[prompt[source]?.class_type ?? ""]?.returns[slot];
      if (type !== rule.type)
        reasons.push(
          reason(
            "return_type_mismatch",
            "Return type mismatch between linked nodes",
            `${name}, ${type}`,
            name,
          ),
        );
      else if (!check(prompt, source, isKnownImage, broken)) valid = false;
    } else reasons.push(...whyNot(node, name, value, rule, isKnownImage));
  }
  if (reasons.length > 0) broken.set(id, reasons);
  return valid && reasons.length === 0;
}

function whyNot(
  node: PromptNode,
  name: string,
  value: unknown,
  { type, min }: InputRule,
  isKnownImage: (name: string) => boolean,
): Reason[] {
  if (typeof type !== "string")
    return type.includes(String(value))
      ? []
      : [reason("value_not_in_list", "Value not in list", `${name}: '${value}' not in ${type}`, name)];
  if (type === "INT" && !Number.isFinite(Number(value ?? Number.NaN)))
    return [
      reason(
        "invalid_input_type",
        "Failed to convert an input value to a INT value",
        `${name}, ${value}`,
        name,
      ),
    ];
  if (min !== undefined && Number(value) < min)
    return [reason("value_smaller_than_min", `Value ${value} smaller than min of ${min}`, name, name)];
  if (node.class_type === "LoadImage" && !isKnownImage(String(value)))
    return [
      reason(
        "custom_validation_failed",
        "Custom validation failed for node",
        `${name} - Invalid image file: ${value}`,
        name,
      ),
    ];
  return [];
}

function reason(type: string, message: string, details: string, input: string): Reason {
  return { type, message, details, extra_info: { input_name: input } };
}

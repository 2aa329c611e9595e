import {
  type Placeholder,
  PlaceholderError,
  parseTemplate,
  type Scalar,
  type Template,
} from "./placeholders.js";

/** A workflow in the form in which ComfyUI's API takes it. */

export interface WorkflowNode {
  readonly class_type: string;
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly [key: string]: unknown;
}

/** Nodes by their ids. */
export type Workflow = Readonly<Record<string, WorkflowNode>>;

/** A placeholder, and where it stands, e.g. `node 6 (CLIPTextEncode), input text`. */
export interface Placed {
  readonly placeholder: Placeholder;
  readonly where: string;
}

/** Classes of nodes that write files, by their names: SaveImage, VHS_VideoCombine, and many of other people's. */
const SAVING = /save|videocombine|export/i;

/** What keeps a value from being a workflow in API format; undefined where nothing does. */
export function whyNoWorkflow(value: unknown): string | undefined {
  if (!isRecord(value)) return "must be a JSON object of nodes by their ids";
  if (Array.isArray(value.nodes) && Array.isArray(value.links))
    return "is in the format of ComfyUI's editor. Export it in API format: in ComfyUI, menu Workflow → Export (API); in older versions turn on the developer options in the settings, then Save (API Format)";
  if (isRecord(value.prompt) && whyNoWorkflow(value.prompt) === undefined)
    return "has the workflow under the key prompt, as a call of ComfyUI's API has it: save what is under that key by itself";
  const ids = Object.keys(value);
  if (ids.length === 0) return "has no nodes";
  const broken = ids.filter((id) => !isNode(value[id]));
  if (broken.length > 0)
    return `is not in API format, in which each node has a class_type and inputs; these have not: ${broken.slice(0, 5).join(", ")}`;
  return undefined;
}

function isNode(value: unknown): value is WorkflowNode {
  return isRecord(value) && typeof value.class_type === "string" && isRecord(value.inputs);
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Whether a workflow has a node that looks as if it wrote files. */
export function savesFiles(workflow: Workflow): boolean {
  return Object.values(workflow).some(({ class_type }) => SAVING.test(class_type));
}

/** A node in a message, e.g. `node 3 (KSampler)`. */
export function describeNode(workflow: Workflow, id: string): string {
  const type = workflow[id]?.class_type;
  return type === undefined ? `node ${id}` : `node ${id} (${type})`;
}

/** Every placeholder of a workflow, and a problem for whatever looks like one and is none. */
export function placeholdersOf(workflow: Workflow): { placed: Placed[]; problems: string[] } {
  const placed: Placed[] = [];
  const problems: string[] = [];
  for (const [id, node] of Object.entries(workflow)) {
    for (const [input, value] of Object.entries(node.inputs)) {
      const where = `${describeNode(workflow, id)}, input ${input}`;
      for (const text of stringsIn(value)) {
        try {
          for (const part of parseTemplate(text))
            if (typeof part !== "string") placed.push({ placeholder: part, where });
        } catch (error) {
          if (!(error instanceof PlaceholderError)) throw error;
          problems.push(`${where}: ${error.message}`);
        }
      }
    }
  }
  return { placed, problems };
}

function stringsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

/** What a placeholder's node is left out by. */
export const OMIT: unique symbol = Symbol("omit");

/**
 * The workflow with its placeholders filled in. A string that is one placeholder takes the value as it is, a longer one takes it as text.
 * What `lookUp` answers is never looked at for placeholders: a caller's prompt may hold braces.
 */
export function fill(
  workflow: Workflow,
  lookUp: (placeholder: Placeholder) => Scalar | typeof OMIT,
): Workflow {
  const omitted = new Set<string>();

  function fillValue(value: unknown, node: string): unknown {
    if (typeof value === "string") return fillTemplate(parseTemplate(value), node);
    if (Array.isArray(value)) return value.map((item) => fillValue(item, node));
    if (isRecord(value))
      return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, fillValue(item, node)]));
    return value;
  }

  function fillTemplate(template: Template, node: string): Scalar {
    const [first = "", ...others] = template;
    if (typeof first !== "string" && others.length === 0) {
      const value = lookUp(first);
      if (value !== OMIT) return value;
      omitted.add(node);
      return null;
    }
    return template.map((part) => (typeof part === "string" ? part : String(lookUp(part)))).join("");
  }

  const filled = Object.entries(workflow).map(([id, node]) => {
    return [id, { ...node, inputs: fillValue(node.inputs, id) as Record<string, unknown> }] as const;
  });
  const left = filled.filter(([id]) => !omitted.has(id));
  return Object.fromEntries(left.map(([id, node]) => [id, withoutLinks(node, omitted)]));
}

/** The same node without the inputs that come from nodes which are left out. */
function withoutLinks(node: WorkflowNode, omitted: ReadonlySet<string>): WorkflowNode {
  if (omitted.size === 0) return node;
  const kept = Object.entries(node.inputs).filter(
    ([, value]) => !(Array.isArray(value) && value.length === 2 && omitted.has(String(value[0]))),
  );
  return { ...node, inputs: Object.fromEntries(kept) };
}

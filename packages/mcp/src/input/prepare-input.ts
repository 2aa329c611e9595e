import type { FileHandle } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { InputIssue } from "@model-api/client";
import { checkInput } from "@model-api/models/lean";
import { type InputRequiredResult, inputRequired, inputResponse } from "@modelcontextprotocol/server";
import type { Context } from "../context.js";
import type { FoundModel } from "../models/find-model.js";
import { ToolError } from "../tool-error.js";
import type { ToolCall } from "../tools/define-tool.js";
import { canAsk, capabilitiesOf, formFor, readForm } from "./ask.js";
import { findPaths, isMediaField, replaceAt } from "./media-places.js";
import { openAllowed, PathRefusal } from "./open-allowed.js";

export interface PreparedInput {
  /** As the client takes it: local files are opened, and named nowhere. */
  readonly input: Record<string, unknown>;
  /** Closes the files. */
  close(): Promise<void>;
}

/** What stands for a local file until it is opened, where the rest of the input is checked. */
const STAND_IN = "https://local.invalid/file";

/**
 * Completes and checks an input before anything is sent. What is missing is asked for, where the client can ask its user; then
 * this gives what the client is to be asked, and is called again with its answers.
 * @throws ToolError `invalid_input` with all that is wrong, `local_file`, `declined`
 */
export async function prepareInput(
  context: Context,
  model: FoundModel,
  given: Record<string, unknown>,
  call: ToolCall,
): Promise<PreparedInput | InputRequiredResult> {
  const { inputSchema: schema } = model;
  const missing = (schema?.required ?? []).filter((name) => given[name] === undefined);
  // Nobody is asked for what would be refused anyway.
  refuseIssues(
    model,
    issuesOf(model, given).filter(({ path: [name] }) => !missing.includes(String(name))),
  );

  const form = schema && missing.length > 0 && canAsk(call) ? formFor(missing, schema) : undefined;
  const answer = inputResponse(call.request.inputResponses, "fields");
  const asksFields = form !== undefined && answer.kind === "missing";
  let input = given;
  if (schema && form && answer.kind === "elicit") {
    if (answer.action !== "accept")
      throw new ToolError(
        "declined",
        `${model.id} needs ${missing.join(", ")}, and the user was asked and gave nothing. Nothing was submitted.`,
      );
    input = { ...given, ...readForm(answer.content ?? {}, missing, schema) };
  }

  const paths = findPaths(input, schema);
  const mayGetPath = asksFields && missing.some((name) => isMediaOrList(model, name));
  const asksRoots = (paths.length > 0 || mayGetPath) && mayAskRoots(call);
  if (asksFields || asksRoots)
    return inputRequired({
      inputRequests: {
        ...(asksFields && {
          fields: inputRequired.elicit({
            message: `${model.entry.display_name} needs ${missing.join(", ")}.`,
            requestedSchema: form,
          }),
        }),
        ...(asksRoots && { roots: inputRequired.listRoots() }),
      },
    });

  refuseIssues(model, issuesOf(model, input));
  const roots = [...(context.options.roots ?? []), ...clientRoots(call)];
  return openFiles(model, input, roots);
}

function isMediaOrList({ inputSchema }: FoundModel, name: string): boolean {
  const field = inputSchema?.properties[name];
  return isMediaField(field) || isMediaField(field?.items);
}

/** Over HTTP the client may be anywhere, and its roots may be folders of another machine: only those of the options count. */
function mayAskRoots(call: ToolCall): boolean {
  if (call.isHttp || capabilitiesOf(call).roots === undefined) return false;
  return inputResponse(call.request.inputResponses, "roots").kind === "missing";
}

function clientRoots(call: ToolCall): string[] {
  const answer = inputResponse(call.request.inputResponses, "roots");
  if (call.isHttp || answer.kind !== "roots") return [];
  return answer.roots.flatMap(({ uri }) => {
    try {
      return [fileURLToPath(uri)];
    } catch {
      return [];
    }
  });
}

/** What is wrong with an input, as far as the installed catalog can tell. The server checks in any case. */
function issuesOf({ module, inputSchema }: FoundModel, input: Record<string, unknown>): InputIssue[] {
  if (!module) return [];
  const sent = replaceAt(input, findPaths(input, inputSchema), () => STAND_IN);
  return checkInput(module, sent, { unknownFields: "refuse" });
}

function refuseIssues({ id }: FoundModel, issues: readonly InputIssue[]): void {
  if (issues.length === 0) return;
  throw new ToolError("invalid_input", `The input does not fit ${id}; nothing was sent.`, { issues });
}

async function openFiles(
  model: FoundModel,
  input: Record<string, unknown>,
  roots: readonly string[],
): Promise<PreparedInput> {
  const places = findPaths(input, model.inputSchema);
  const files = new Map<string, FileHandle>();
  const close = async () => void (await Promise.all([...files.values()].map((file) => file.close())));
  const issues: InputIssue[] = [];
  for (const { path, text } of places) {
    if (files.has(text)) continue;
    try {
      files.set(text, await openAllowed(text, roots));
    } catch (error) {
      if (!(error instanceof PathRefusal)) throw error;
      issues.push({ path, message: `"${text}" ${error.message}` });
    }
  }
  if (issues.length > 0) {
    await close();
    throw new ToolError(
      "local_file",
      `Not all files of the input may be read; nothing was sent. ${whatIsAllowed(roots)}`,
      {
        issues,
      },
    );
  }
  return { input: replaceAt(input, places, ({ text }) => files.get(text)), close };
}

function whatIsAllowed(roots: readonly string[]): string {
  if (roots.length === 0)
    return "No folder is allowed: whoever runs this server can allow one with --root. URLs are taken without that.";
  return `Files may lie in ${roots.join(", ")}, or be given by their URLs.`;
}

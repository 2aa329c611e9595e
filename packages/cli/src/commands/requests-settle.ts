import { journal } from "@model-api/node";
import { CliError, EXIT } from "../exit-codes.js";
import { printJson } from "../output/json.js";
import { print } from "../output/streams.js";
import type { Action } from "../table/command.js";

/** `model-api requests forget <entry or request>`: the request itself, where there is one, goes on. */
export const forget: Action = async ([id = ""], flags) => {
  const kept = journal();
  if (!(await kept.remove(id))) throw unknown(id, kept.dir);
  if (flags.json) printJson({ forgotten: id });
  else print(`${id} is forgotten; a request is not cancelled by that`);
};

/** `model-api requests link <entry> <request>`: what a submit whose answer was lost turned out to be. */
export const link: Action = async ([id = "", requestId = ""], flags) => {
  const kept = journal();
  if (!(await kept.get(id))) throw unknown(id, kept.dir);
  const entry = await kept.note(id, { requestId });
  if (flags.json) printJson({ entryId: entry.id, requestId: entry.requestId, state: entry.state });
  else print(`${id} is request ${requestId}; wait for it with: model-api wait ${requestId}`);
};

function unknown(id: string, dir: string): CliError {
  return new CliError(
    EXIT.badInput,
    `there is no entry and no request ${id} in the journal`,
    `It is in ${dir}; \`model-api requests --no-server\` lists it.`,
  );
}

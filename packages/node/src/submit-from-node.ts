import type { InputIssue, RequestHandle, UntypedModel } from "@model-api/client";
import { loadModel } from "@model-api/models/load";
import type { Inner, Submission } from "./inner-client.js";
import { openInputs } from "./inputs/open-inputs.js";
import { createSpool } from "./inputs/spool.js";
import type { JournalledSubmitOptions } from "./journal/options.js";

/** A submit whose input has what Node has for files, with or without a journal. */
export async function submitFromNode(
  inner: Inner,
  model: string | UntypedModel,
  given: object,
  settings: JournalledSubmitOptions = {},
): Promise<RequestHandle> {
  const { journal, resume, work, ...rest } = settings;
  if ((resume || work !== undefined) && !journal)
    throw new TypeError("`resume` and `work` need a `journal`: pass journal() from @model-api/node");
  const id = typeof model === "string" ? model : model.untyped;
  const issues: InputIssue[] = [];
  const spool = createSpool();
  try {
    const known = await (inner.options.models ?? loadModel)(id);
    const input = await openInputs(given, known?.inputSchema, {
      spool,
      report: (issue) => void issues.push(issue),
      signal: rest.signal,
    });
    const submit = (more: Partial<Submission>, idempotencyKey?: string) => {
      const options = { ...rest, ...(idempotencyKey !== undefined && { idempotencyKey }) };
      return inner.submissions.run({ ...more, input, issues }, () =>
        inner.client.submit({ untyped: id }, input, options),
      );
    };
    // With files that cannot be read there is nothing to find again: the client tells what is wrong, and sends nothing.
    if (!journal || issues.length > 0) return await submit({});
    const { submitWithJournal } = await import("./journal/submit-with-journal.js");
    const prepared = { model: id, input, idempotencyKey: rest.idempotencyKey, submit };
    return await submitWithJournal(inner, { journal, resume, work, signal: rest.signal }, prepared);
  } finally {
    await spool.close();
  }
}

import { JournalError, type JournalNews } from "@model-api/node";
import type { Context } from "./context.js";

/** Notes that a result has reached whoever wanted it: the same input is new work from now on. */
export async function noteCollected(context: Context, requestId: string): Promise<void> {
  await noteQuietly(context, requestId, { state: "completed", isCollected: true });
}

/** Notes what was learnt of a request. One that was submitted elsewhere is in no journal here, and needs no note. */
export async function noteQuietly(context: Context, requestId: string, news: JournalNews): Promise<void> {
  try {
    await context.journal.note(requestId, news);
  } catch (error) {
    if (error instanceof JournalError && error.code === "no_entry") return;
    context.tell(`warning: the journal could not note request ${requestId}: ${(error as Error).message}`);
  }
}

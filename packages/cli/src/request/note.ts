import type { Journal, JournalNews } from "@model-api/node";

/** Tells the journal what is known of a request. Requests that it does not know are somebody else's, and a journal that cannot be written now costs nothing. */
export async function noteQuietly(
  journal: Journal | undefined,
  requestId: string,
  news: JournalNews,
): Promise<void> {
  await journal?.note(requestId, news).catch(() => {});
}

/** The model of a request, where the journal knows it. */
export async function modelOf(journal: Journal, requestId: string): Promise<string | undefined> {
  const entry = await journal.get(requestId).catch(() => undefined);
  return entry?.model;
}

import type { Journal, JournalNews } from "@model-api/node";

/** Tells the journal what is known of a request. Requests that it does not know are somebody else's, and a journal that cannot be written now costs nothing. */
export async function noteQuietly(
  journal: Journal | undefined,
  requestId: string,
  news: JournalNews,
): Promise<void> {
  await journal?.note(requestId, news).catch(() => {});
}

/** A page, as a promise; and all the entries from that page on, as an async iterator that asks for further pages as it goes. */
export type Listing<Page, Entry> = Promise<Page> & AsyncIterable<Entry>;

/** A page, and what to ask for to get the one after it; undefined after the last. */
export interface ListStep<Query, Page, Entry> {
  readonly page: Page;
  readonly entries: readonly Entry[];
  readonly next: Query | undefined;
}

/** The first page is asked for at once, and once, whichever way the listing is read. */
export function listing<Query, Page, Entry>(
  load: (query: Query) => Promise<ListStep<Query, Page, Entry>>,
  query: Query,
): Listing<Page, Entry> {
  const first = load(query);
  const page = first.then((step) => step.page);
  return Object.assign(page, {
    async *[Symbol.asyncIterator]() {
      await page;
      for (let step = await first; ; step = await load(step.next as Query)) {
        yield* step.entries;
        if (!step.next) return;
      }
    },
  });
}

import type { Pages } from "./catalog.js";

/** A page, as a promise; and all the entries from that page on, as an async iterator that asks for further pages as it goes. */
export type Listing<Page, Entry> = Promise<Page> & AsyncIterable<Entry>;

/** The first page is asked for at once, and once, whichever way the listing is read. */
export function listing<Page, Entry>(
  pages: Promise<Pages<Page>>,
  entriesOf: (page: Page) => readonly Entry[],
): Listing<Page, Entry> {
  const first = pages.then(async (all) => (await all.next()).value as Page);
  return Object.assign(first, {
    async *[Symbol.asyncIterator]() {
      yield* entriesOf(await first);
      for await (const page of await pages) yield* entriesOf(page);
    },
  });
}

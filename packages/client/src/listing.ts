/** A page, as a promise; and all the entries from that page on, as an async iterator that asks for further pages as it goes. */
export type Listing<Page, Entry> = Promise<Page> & AsyncIterable<Entry>;

/** A first page, and all the entries from there on. */
export interface Pages<Page, Entry> extends AsyncIterable<Entry> {
  readonly page: Page;
}

/** Reads a list. The first page is asked for at once, and once, whichever way the listing is read. */
export function listing<Query extends unknown[], Page, Entry>(
  load: (...query: Query) => Promise<Pages<Page, Entry>>,
): (...query: Query) => Listing<Page, Entry> {
  return (...query) => {
    const pages = load(...query);
    const page = pages.then((first) => first.page);
    return Object.assign(page, {
      async *[Symbol.asyncIterator]() {
        // Whoever only iterates is told of a failure here, and not by the promise besides.
        await page;
        yield* await pages;
      },
    });
  };
}

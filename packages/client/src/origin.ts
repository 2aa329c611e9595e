interface Page {
  readonly location?: { readonly href: string; readonly origin: string };
}

/** Whether this is a page or a worker in a browser. */
export const isInBrowser = (): boolean => (globalThis as Page).location !== undefined;

/** Whether this is a page of another origin than the URL's: there, a header that the server does not allow fails the call. */
export function isCrossOrigin(url: string): boolean {
  const { location } = globalThis as Page;
  return location !== undefined && new URL(url, location.href).origin !== location.origin;
}

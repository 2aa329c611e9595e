interface PageLocation {
  readonly href: string;
  readonly origin: string;
}

/** Where this page, or worker of a page, comes from; undefined outside of browsers. */
export const pageLocation = (): PageLocation | undefined =>
  (globalThis as { location?: PageLocation }).location;

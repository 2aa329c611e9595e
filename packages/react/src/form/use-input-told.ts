import { useEffect, useRef } from "react";

/** What an input is made of: another one after each change that somebody has made, and after no other. */
interface Entered {
  readonly filled?: unknown;
  readonly values?: unknown;
}

/** Tells of each change that somebody has made, and of none that a rendering or a loaded schema has. */
export function useInputTold({ filled, values }: Entered, tell: () => void): void {
  const told = useRef({ filled, values });
  useEffect(() => {
    if (told.current.filled === filled && told.current.values === values) return;
    told.current = { filled, values };
    tell();
  });
}

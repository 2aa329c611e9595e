import { useEffect, useState } from "react";
import { isShowable } from "../../parts/showable.js";

/** A URL of the first picture that was sent, for holding the result against it; undefined where there is none to be shown. */
export function useBefore(input: Readonly<Record<string, unknown>> | undefined): string | undefined {
  const first = Object.values(input ?? {})
    .flat()
    .find((value) => (value instanceof Blob ? value.type.startsWith("image/") : isPicture(value)));
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    if (!(first instanceof Blob)) return setUrl(typeof first === "string" ? first : undefined);
    const made = URL.createObjectURL(first);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [first]);
  return url;
}

const isPicture = (value: unknown) =>
  typeof value === "string" && /^data:image\/|\.(png|jpe?g|webp|avif|gif)$/i.test(value) && isShowable(value);

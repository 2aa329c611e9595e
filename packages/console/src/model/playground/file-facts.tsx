import type { OutputFile } from "@model-api/client";
import { useQuery } from "@tanstack/react-query";
import { useWords } from "../../i18n/context.js";
import { useFormats } from "../../parts/format.js";

interface FileFactsProps {
  readonly file: OutputFile;
  /** What it is called when it is downloaded, without its ending. */
  readonly name: string;
}

/** A file that was made: its size and format, and a way to keep it. */
export function FileFacts({ file, name }: FileFactsProps) {
  const { t } = useWords();
  const { bytes } = useFormats();
  const { data } = useQuery({
    queryKey: ["file-facts", file.url],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async ({ signal }) => {
      const [head, size] = await Promise.all([fetch(file.url, { method: "HEAD", signal }), sizeOf(file)]);
      return {
        type: head.headers.get("content-type")?.split(";")[0] ?? "",
        length: Number(head.headers.get("content-length")),
        size,
      };
    },
  });
  const ending = file.url.split(/[?#]/)[0]?.split(".").at(-1);
  return (
    <li className="file-facts">
      <span>
        {data
          ? [
              data.size && `${data.size.width} × ${data.size.height}`,
              data.type.split("/")[1]?.toUpperCase(),
              data.length > 0 && bytes(data.length),
            ]
              .filter(Boolean)
              .join(" · ")
          : "…"}
      </span>
      <span className="actions">
        <a className="button small" href={file.url} download={`${name}.${ending}`}>
          {t("result.download")}
        </a>
        <a className="button small plain" href={file.url} target="_blank" rel="noreferrer">
          {t("result.open")}
        </a>
      </span>
    </li>
  );
}

function sizeOf({ kind, url }: OutputFile): Promise<{ width: number; height: number } | undefined> {
  if (kind !== "image") return Promise.resolve(undefined);
  return new Promise((resolve) => {
    const image = new Image();
    image.onload = () => resolve({ width: image.naturalWidth, height: image.naturalHeight });
    image.onerror = () => resolve(undefined);
    image.src = url;
  });
}

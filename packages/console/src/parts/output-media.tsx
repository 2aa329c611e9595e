import type { OutputFile } from "@model-api/client";

interface OutputMediaProps {
  readonly file: OutputFile;
  readonly alt: string;
  readonly onSize?: (width: number, height: number) => void;
}

/** A picture, a video or a sound that a model made. */
export function OutputMedia({ file: { kind, url }, alt, onSize }: OutputMediaProps) {
  if (kind === "audio")
    // biome-ignore lint/a11y/useMediaCaption: nobody knows the words of what a model made.
    return <audio src={url} controls aria-label={alt} />;
  if (kind === "video")
    return (
      // biome-ignore lint/a11y/useMediaCaption: nobody knows the words of what a model made.
      <video
        src={url}
        controls
        playsInline
        aria-label={alt}
        onLoadedMetadata={({ currentTarget: { videoWidth, videoHeight } }) =>
          onSize?.(videoWidth, videoHeight)
        }
      />
    );
  return (
    <img
      src={url}
      alt={alt}
      onLoad={({ currentTarget: { naturalWidth, naturalHeight } }) => onSize?.(naturalWidth, naturalHeight)}
    />
  );
}

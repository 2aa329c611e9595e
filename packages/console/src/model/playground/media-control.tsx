import type { FormFile, MediaField } from "@model-api/react/form";
import { type ReactNode, useId, useState } from "react";
import { useWords } from "../../i18n/context.js";
import { useIssueWords } from "../../i18n/issue-words.js";
import { useFormats } from "../../parts/format.js";
import { isShowable } from "../../parts/showable.js";

interface MediaControlProps {
  readonly field: MediaField;
  readonly label: string;
  readonly languageTag: "en" | undefined;
  readonly mark: ReactNode;
  readonly children: ReactNode;
}

/** Files of a model's input: picked, dropped, pasted, or named by their URL; in an order that can be changed. */
export function MediaControl({ field, label, languageTag, mark, children }: MediaControlProps) {
  const { t } = useWords();
  const urlId = useId();
  const [url, setUrl] = useState("");
  const [isOver, setIsOver] = useState(false);
  const { items, maxItems } = field;
  const isFull = field.isList && maxItems !== undefined && items.length >= maxItems;

  function addUrl() {
    const text = url.trim();
    if (!text) return;
    field.add(text);
    setUrl("");
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: files are dropped here; the button inside does the same.
    <div
      className="field media-field"
      {...field.dropProps}
      onPaste={undefined}
      onDragEnter={() => setIsOver(true)}
      onDragLeave={({ currentTarget, relatedTarget }) =>
        currentTarget.contains(relatedTarget as Node | null) || setIsOver(false)
      }
      onDrop={(event) => {
        setIsOver(false);
        field.dropProps.onDrop(event);
      }}
    >
      <span className="label">
        <span id={`${urlId}-label`} lang={languageTag}>
          {label}
        </span>
        {mark}
        {field.isList && maxItems !== undefined && (
          <span className="required"> · {t("media.count", { count: items.length, most: maxItems })}</span>
        )}
      </span>
      {items.length > 0 && (
        <ol className="media-items">
          {items.map((item, index) => (
            <MediaRow key={item.key} field={field} item={item} index={index} />
          ))}
        </ol>
      )}
      {!isFull && (
        <>
          <label className={`drop ${isOver ? "over" : ""}`} htmlFor={field.inputProps.id}>
            <input {...field.inputProps} className="visually-hidden" />
            <span>
              <strong>{t("media.pick")}</strong> <span className="quiet">{t("media.drop")}</span>
            </span>
          </label>
          <div className="url-row">
            <input
              type="url"
              id={urlId}
              value={url}
              dir="ltr"
              aria-label={t("media.url")}
              placeholder="https://"
              onChange={({ target }) => setUrl(target.value)}
              onKeyDown={(event) => {
                if (event.key !== "Enter" || event.ctrlKey || event.metaKey) return;
                event.preventDefault();
                addUrl();
              }}
            />
            <button type="button" className="button" onClick={addUrl} disabled={!url.trim()}>
              {t("media.add")}
            </button>
          </div>
        </>
      )}
      {children}
    </div>
  );
}

interface MediaRowProps {
  readonly field: MediaField;
  readonly item: FormFile;
  readonly index: number;
}

function MediaRow({ field, item, index }: MediaRowProps) {
  const { t } = useWords();
  const { bytes } = useFormats();
  const wordsOf = useIssueWords();
  const { name, source } = item;

  function whereFrom(): string {
    if (source instanceof Blob) return bytes(source.size);
    const url = String(source);
    if (url.startsWith("data:")) return t("media.embedded");
    if (isShowable(url)) return t("media.here");
    return URL.canParse(url) ? t("media.elsewhere", { host: new URL(url).host }) : url;
  }

  return (
    <li className={`media-item ${item.issues.length > 0 ? "bad" : ""}`}>
      <Preview kind={field.mediaKind} url={item.previewUrl} />
      <div className="media-facts">
        <bdi className="media-name">{name}</bdi>
        <span className="quiet">{whereFrom()}</span>
        {item.progress !== undefined && (
          <progress value={item.progress} aria-label={t("media.uploading", { name })} />
        )}
        {item.issues.map((issue) => {
          const { text, languageTag } = wordsOf(issue, name);
          return (
            <span key={text} className="problem" lang={languageTag}>
              {text}
            </span>
          );
        })}
      </div>
      <div className="media-actions">
        {field.isList && field.items.length > 1 && (
          <>
            <IconButton
              label={t("media.earlier", { name })}
              sign="↑"
              isOff={index === 0}
              onClick={() => field.move(item.key, index - 1)}
            />
            <IconButton
              label={t("media.later", { name })}
              sign="↓"
              isOff={index === field.items.length - 1}
              onClick={() => field.move(item.key, index + 1)}
            />
          </>
        )}
        <IconButton label={t("media.remove", { name })} sign="✕" onClick={() => field.remove(item.key)} />
      </div>
    </li>
  );
}

function Preview({ kind, url }: { kind: MediaField["mediaKind"]; url: string | undefined }) {
  if (isShowable(url) && kind === "image") return <img className="thumb" src={url} alt="" />;
  if (isShowable(url) && kind === "video")
    return <video className="thumb" src={url} muted preload="metadata" />;
  return (
    <span className={`thumb ${url === undefined || isShowable(url) ? "" : "elsewhere"}`} aria-hidden="true">
      {kind === "audio" ? "♪" : kind === "video" ? "▶" : "▣"}
    </span>
  );
}

interface IconButtonProps {
  readonly label: string;
  readonly sign: string;
  readonly isOff?: boolean;
  readonly onClick: () => void;
}

function IconButton({ label, sign, isOff = false, onClick }: IconButtonProps) {
  return (
    <button
      type="button"
      className="button small plain"
      aria-label={label}
      disabled={isOff}
      onClick={onClick}
    >
      <span aria-hidden="true">{sign}</span>
    </button>
  );
}

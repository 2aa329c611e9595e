import { useModelSchema } from "@model-api/react";
import { lazy, Suspense } from "react";
import { Link, useSearchParams } from "wouter";
import { usePrice } from "../catalog/price.js";
import { useWords } from "../i18n/context.js";
import { useModelWords } from "../i18n/model-words.js";
import { CopyButton } from "../parts/copy-button.js";
import { Failure } from "../parts/failure.js";
import { Page } from "../parts/page.js";
import { Playground } from "./playground/playground.js";

const Reference = lazy(() => import("./reference/reference.js"));

/** A model: where it is tried, and how it is called. The tab and the request stand in the URL. */
export default function ModelPage({ modelId }: { modelId: string }) {
  const { t, language } = useWords();
  const [query] = useSearchParams();
  const { data, error, refetch } = useModelSchema(modelId);
  const wordsOf = useModelWords();
  const price = usePrice(data?.metadata ?? {});
  const tab = query.get("tab") === "api" ? "api" : "playground";
  const at = (name: "playground" | "api") => {
    const next = new URLSearchParams(query);
    if (name === "api") next.set("tab", name);
    else next.delete("tab");
    return next.size > 0 ? `?${next}` : `/models/${modelId}`;
  };

  if (error)
    return (
      <Page title={modelId}>
        <Failure error={error} onRetry={() => void refetch()} />
      </Page>
    );
  const { name, description, languageTag } = wordsOf({ ...data?.metadata, model_id: modelId });
  return (
    <Page title={name}>
      <div className="model-head">
        <div className="actions">
          <code className="id">{modelId}</code>
          <CopyButton text={modelId} label={t("model.copyId")} />
          <span className="quiet">{price}</span>
        </div>
        <p className="quiet" lang={languageTag}>
          {description}
        </p>
        {languageTag && data && (
          <p className="tag">{t("model.english", { language: languageName(language.code) })}</p>
        )}
      </div>
      <nav className="tabs" aria-label={t("model.tabs")}>
        {(["playground", "api"] as const).map((each) => (
          <Link
            key={each}
            href={at(each).startsWith("/") ? at(each) : `/models/${modelId}${at(each)}`}
            aria-current={tab === each ? "page" : undefined}
          >
            {t(`model.${each}`)}
          </Link>
        ))}
      </nav>
      {/* Kept while the other tab is shown: neither a form nor a run is lost. */}
      <div hidden={tab !== "playground"}>
        <Playground modelId={modelId} />
      </div>
      {tab === "api" && data && (
        <Suspense fallback={<div aria-busy="true" />}>
          <Reference modelId={modelId} schema={data} />
        </Suspense>
      )}
    </Page>
  );
}

const languageName = (code: string) => new Intl.DisplayNames(code, { type: "language" }).of(code) ?? code;

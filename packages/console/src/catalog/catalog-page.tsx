import type { CatalogEntry } from "@model-api/client";
import { useModels } from "@model-api/react";
import { useEffect, useId } from "react";
import { Link, useSearchParams } from "wouter";
import { useWords } from "../i18n/context.js";
import { useModelWords } from "../i18n/model-words.js";
import { Failure } from "../parts/failure.js";
import { Notice } from "../parts/notice.js";
import { Page } from "../parts/page.js";
import { usePrice } from "./price.js";

const FILTERS = ["search", "kind", "category"] as const;

/** The catalog: all of it is loaded, and what is typed narrows it at once. The filters stand in the URL. */
export function CatalogPage() {
  const { t } = useWords();
  const { models, total, error, hasNextPage, isFetching, fetchNextPage, refetch } = useModels({ limit: 100 });
  useEffect(() => {
    if (hasNextPage && !isFetching && !error) void fetchNextPage();
  }, [hasNextPage, isFetching, error, fetchNextPage]);

  const [query, setQuery] = useSearchParams();
  const { search, kind, category } = Object.fromEntries(
    FILTERS.map((name) => [name, query.get(name) ?? ""]),
  ) as Record<(typeof FILTERS)[number], string>;
  const set = (name: (typeof FILTERS)[number], value: string) =>
    setQuery(
      (last) => {
        const next = new URLSearchParams(last);
        if (value) next.set(name, value);
        else next.delete(name);
        return next;
      },
      { replace: true },
    );

  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const wordsOf = useModelWords();
  const found = models.filter((model) => {
    const { name } = wordsOf(model);
    const text = `${model.model_id} ${model.display_name} ${name}`.toLowerCase();
    return (
      words.every((word) => text.includes(word)) &&
      (!kind || model.output_kind === kind) &&
      (!category || model.categories.includes(category))
    );
  });
  const kinds = distinct(models.map((model) => model.output_kind));
  const categories = distinct(models.flatMap((model) => model.categories));

  return (
    <Page title={t("models.title")} intro={t("models.intro")}>
      <search className="filters">
        <Filter label={t("models.search")}>
          {(id) => (
            <input
              id={id}
              type="search"
              value={search}
              placeholder={t("models.searchHint")}
              onChange={({ target }) => set("search", target.value)}
            />
          )}
        </Filter>
        <Filter label={t("models.kind")}>
          {(id) => (
            <select id={id} value={kind} onChange={({ target }) => set("kind", target.value)}>
              <option value="">{t("filter.all")}</option>
              {kinds.map((each) => (
                <option key={each} value={each}>
                  {t(`kind.${each}`)}
                </option>
              ))}
            </select>
          )}
        </Filter>
        <Filter label={t("models.category")}>
          {(id) => (
            <select id={id} value={category} onChange={({ target }) => set("category", target.value)}>
              <option value="">{t("filter.all")}</option>
              {categories.map((each) => (
                <option key={each}>{each}</option>
              ))}
            </select>
          )}
        </Filter>
      </search>
      {error ? (
        <Failure error={error} onRetry={() => void refetch()} />
      ) : total === undefined ? (
        <ul className="tiles" aria-busy="true" aria-label={t("loading")}>
          {[0, 1, 2].map((each) => (
            <li key={each} className="tile ghost" />
          ))}
        </ul>
      ) : found.length === 0 ? (
        <Notice title={t("models.none")}>
          <button type="button" className="button" onClick={() => setQuery({}, { replace: true })}>
            {t("filter.clear")}
          </button>
        </Notice>
      ) : (
        <>
          <p className="quiet count" role="status">
            {t("models.count", { count: found.length })}
          </p>
          <ul className="tiles">
            {found.map((model) => (
              <ModelTile key={model.model_id} model={model} />
            ))}
          </ul>
        </>
      )}
    </Page>
  );
}

function ModelTile({ model }: { model: CatalogEntry }) {
  const { t } = useWords();
  const { name, description, languageTag } = useModelWords()(model);
  const price = usePrice(model);
  return (
    <li className="tile">
      <Link href={`/models/${model.model_id}`}>
        <strong lang={languageTag}>{name}</strong>
      </Link>
      <code className="id">{model.model_id}</code>
      <p lang={languageTag}>{description}</p>
      <p className="tags">
        <span className={`tag kind-${model.output_kind}`}>{t(`kind.${model.output_kind ?? "image"}`)}</span>
        {model.categories.map((category) => (
          <span key={category} className="tag">
            {category}
          </span>
        ))}
        <span className="price">{price}</span>
      </p>
    </li>
  );
}

interface FilterProps {
  readonly label: string;
  readonly children: (id: string) => React.ReactNode;
}

function Filter({ label, children }: FilterProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children(id)}
    </div>
  );
}

const distinct = <Value extends string>(values: readonly (Value | undefined)[]): Value[] =>
  [...new Set(values)].filter((value) => value !== undefined).sort();

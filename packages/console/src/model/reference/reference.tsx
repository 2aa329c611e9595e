import { typeOf } from "@model-api/models/lean";
import type { ModelSchema } from "@model-api/react";
import { useState } from "react";
import { useWords } from "../../i18n/context.js";
import { useModelWords } from "../../i18n/model-words.js";
import { Rich } from "../../i18n/rich.js";
import { Code, CodeBlock } from "../../parts/code-block.js";
import { followSnippet, type RequestCall } from "../snippets/follow.js";
import { submitSnippets } from "../snippets/submit.js";
import { uploadSnippet } from "../snippets/upload.js";
import { exampleInput, mediaFieldOf } from "./example-input.js";
import { FieldTable } from "./field-table.js";
import { localInputSchema, localOutputSchema } from "./local-schema.js";
import { SECTIONS, Section, type SectionId } from "./section.js";
import { TryRequest, TrySubmit } from "./try-it.js";

const LANGUAGES = ["curl", "typescript", "react", "cli", "python"] as const;
type Language = (typeof LANGUAGES)[number];

interface ReferenceProps {
  readonly modelId: string;
  readonly schema: ModelSchema;
}

/** How a model is called: everything here follows from the schemas, the words of the language and the server's address. */
export default function Reference({ modelId, schema }: ReferenceProps) {
  const { t, language: spoken } = useWords();
  const [language, setLanguage] = useState<Language>("curl");
  const [requestId, setRequestId] = useState("");
  const words = useModelWords()({ ...schema.metadata, model_id: modelId });
  const origin = location.origin;
  const input = exampleInput(schema);
  const outputKind = schema.metadata?.output_kind ?? "image";
  const media = mediaFieldOf(schema.inputSchema);

  const block = (label: string, code: (language: Language) => string) => (
    <CodeBlock
      label={label}
      languages={LANGUAGES}
      language={language}
      onChoose={setLanguage}
      code={code(language)}
    />
  );
  const submitCode = (each: Language) => submitSnippets[each]({ origin, modelId, input, outputKind });
  const follow = (call: RequestCall) => (each: Language) =>
    followSnippet(call, each, { origin, requestId: requestId || "{request_id}" });
  const schemaLink = (id: SectionId, key: "api.inputSchema" | "api.outputSchema") => (
    <a href={`#${id}`}>{t(key)}</a>
  );
  const json = (value: object) => JSON.stringify(value, undefined, 2);

  return (
    <div className="reference">
      <nav className="contents" aria-label={t("api.contents")}>
        <strong>{t("api.contents")}</strong>
        <ol>
          {SECTIONS.filter(({ id }) => media || !/^(hosted|data-uri|upload)/.test(id)).map(
            ({ id, title, level }) => (
              <li key={id} className={`level-${level}`}>
                <a href={`#${id}`}>{t(title)}</a>
              </li>
            ),
          )}
        </ol>
      </nav>
      <article className="stack">
        <Section id="get-started">
          <p>
            <Rich
              id="api.getStartedText"
              values={{
                model: <code>{modelId}</code>,
                schema: schemaLink("input-schema", "api.inputSchema"),
              }}
            />
          </p>
          {block(t("api.getStarted"), submitCode)}
        </Section>

        <Section id="authentication">
          <p>
            <Rich id="api.authenticationText" values={{ keys: <a href="/keys">{t("nav.keys")}</a> }} />
          </p>
        </Section>

        <Section id="api-reference">
          <p>{t("api.referenceText")}</p>
        </Section>
        <Section id="submit">
          <p>
            <Rich id="api.submitText" />
          </p>
          {block(t("api.submit"), submitCode)}
          <TrySubmit modelId={modelId} input={input} onSubmitted={setRequestId} />
        </Section>
        {(["status", "result", "cancel"] as const).map((call) => (
          <Section key={call} id={call}>
            <p>
              <Rich id={`api.${call}Text`} />
            </p>
            {block(t(`api.${call}`), follow(call))}
            <TryRequest call={call} requestId={requestId} onChange={setRequestId} />
          </Section>
        ))}

        <Section id="file-inputs">
          <p>
            {media ? <Rich id="api.filesText" values={{ field: <code>{media}</code> }} /> : t("api.noFiles")}
          </p>
        </Section>
        {media && (
          <>
            <Section id="hosted-file">
              <p>{t("api.hostedText")}</p>
              <Code label={t("api.hosted")}>
                {`"${media}": ${json(typeOf(schema.inputSchema.properties[media]) === "array" ? (["https://example.com/photo.png"] as object) : ("https://example.com/photo.png" as unknown as object))}`}
              </Code>
            </Section>
            <Section id="data-uri">
              <p>
                <Rich id="api.dataUriText" />
              </p>
            </Section>
            <Section id="upload">
              <p>
                <Rich id="api.uploadText" />
              </p>
              {block(t("api.upload"), (each) => uploadSnippet(each, { origin, modelId, field: media }))}
            </Section>
          </>
        )}

        <Section id="schema">
          <p>{t("api.schemaText")}</p>
        </Section>
        <Section id="input-schema">
          {words.languageTag && (
            <p className="tag">
              {t("model.english", {
                language:
                  new Intl.DisplayNames(spoken.code, { type: "language" }).of(spoken.code) ?? spoken.code,
              })}
            </p>
          )}
          <FieldTable schema={schema.inputSchema} words={words} />
          <Code label={t("api.inputSchema")}>
            {json(localInputSchema(schema.inputSchema, words, t("api.inputSchema")))}
          </Code>
        </Section>
        <Section id="output-schema">
          <Code label={t("api.outputSchema")}>{json(localOutputSchema(spoken.output))}</Code>
        </Section>
      </article>
    </div>
  );
}

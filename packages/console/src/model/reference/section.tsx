import type { ReactNode } from "react";
import { useWords } from "../../i18n/context.js";
import type { MessageKey } from "../../i18n/languages.js";

/** The sections of the reference, in their order. */
export const SECTIONS = [
  { id: "get-started", title: "api.getStarted", level: 2 },
  { id: "authentication", title: "api.authentication", level: 2 },
  { id: "api-reference", title: "api.reference", level: 2 },
  { id: "submit", title: "api.submit", level: 3 },
  { id: "status", title: "api.status", level: 3 },
  { id: "result", title: "api.result", level: 3 },
  { id: "cancel", title: "api.cancel", level: 3 },
  { id: "file-inputs", title: "api.files", level: 2 },
  { id: "hosted-file", title: "api.hosted", level: 3 },
  { id: "data-uri", title: "api.dataUri", level: 3 },
  { id: "upload", title: "api.upload", level: 3 },
  { id: "schema", title: "api.schema", level: 2 },
  { id: "input-schema", title: "api.inputSchema", level: 3 },
  { id: "output-schema", title: "api.outputSchema", level: 3 },
] as const satisfies readonly { id: string; title: MessageKey; level: 2 | 3 }[];

export type SectionId = (typeof SECTIONS)[number]["id"];

export function Section({ id, children }: { id: SectionId; children: ReactNode }) {
  const { t } = useWords();
  const found = SECTIONS.find((section) => section.id === id) ?? SECTIONS[0];
  const Heading = `h${found.level}` as const;
  return (
    <div className="stack section">
      <Heading id={id} tabIndex={-1}>
        {t(found.title)}
      </Heading>
      {children}
    </div>
  );
}

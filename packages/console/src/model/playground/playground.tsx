import { useEffect, useState } from "react";
import { useSearchParams } from "wouter";
import { PlaygroundForm } from "./playground-form.js";
import { recallInput, type SentInput } from "./sent-inputs.js";

/**
 * Where a model is tried. `?request=<id>` opens a run, with the input that was sent for it where this browser has sent it;
 * `?from=<id>` fills in that input alone.
 */
export function Playground({ modelId }: { modelId: string }) {
  const [query] = useSearchParams();
  const [opened] = useState(() => query.get("request") ?? query.get("from"));
  const [sent, setSent] = useState<SentInput | "none" | undefined>(opened ? undefined : "none");

  useEffect(() => {
    if (!opened) return undefined;
    let isWanted = true;
    void recallInput(opened).then(
      (found) => isWanted && setSent(found?.modelId === modelId ? found : "none"),
    );
    return () => {
      isWanted = false;
    };
  }, [opened, modelId]);

  if (!sent) return <div className="playground" aria-busy="true" />;
  return <PlaygroundForm modelId={modelId} sent={sent === "none" ? undefined : sent} />;
}

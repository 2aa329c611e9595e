import { files } from "@model-api/client";
import type { UseModelResult, UseRequestResult } from "@model-api/react";

type Told = Pick<
  UseModelResult<"openai/gpt-image-2/edit"> | UseRequestResult,
  "status" | "error" | "output" | "queuePosition" | "progress" | "isRunning" | "isPaused" | "requestId"
>;

/** All that a hook tells of a request, for the test to read. */
export function Shown({ name, told }: { readonly name: string; readonly told: Told }) {
  const { status, error, output, queuePosition, progress, isRunning, isPaused, requestId } = told;
  return (
    <div id={name}>
      <p
        className="told"
        data-status={status}
        data-queue={queuePosition}
        data-progress={progress}
        data-running={isRunning}
        data-paused={isPaused}
        data-request={requestId}
        data-error={error ? `${"code" in error ? error.code : error.name}: ${error.message}` : undefined}
      />
      {output && files(output).map(({ url }) => <img key={url} src={url} alt="result" />)}
    </div>
  );
}

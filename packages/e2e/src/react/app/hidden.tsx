import * as React from "react";
import { useState } from "react";
import type { SceneProps } from "./app.js";
import { Runner } from "./runner.js";

// React 18 has none, and a name that is not exported would not be bundled.
const { Activity = React.Fragment } = React as { Activity?: typeof React.Activity };

/** A runner that is hidden and shown again, its state kept. */
export function Hidden({ params }: SceneProps) {
  const [mode, setMode] = useState<"visible" | "hidden">("visible");
  return (
    <>
      <button type="button" onClick={() => setMode(mode === "visible" ? "hidden" : "visible")}>
        Toggle
      </button>
      <p id="mode">{mode}</p>
      <Activity mode={mode}>
        <Runner params={params} />
      </Activity>
    </>
  );
}

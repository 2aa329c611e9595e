import { createLogUpdate } from "log-update";
import { tell } from "./streams.js";

export interface Redrawn {
  /** A line that stays, above what is redrawn. */
  tell(line: string): void;
  /** Removes what is redrawn. */
  stop(): void;
}

/** Where a terminal does not say how wide it is. */
const USUAL_WIDTH = 80;

/** A display at the end of the terminal's stderr, drawn again with each tick and when the window changes. */
export async function redrawn(
  draw: (width: number, tick: number) => string,
  tickMs: number,
): Promise<Redrawn> {
  const update = createLogUpdate(process.stderr);
  let tick = 0;
  const show = () => update(draw(process.stderr.columns || USUAL_WIDTH, tick));
  const timer = setInterval(() => {
    tick++;
    show();
  }, tickMs);
  process.stderr.on("resize", show);
  show();
  return {
    tell(line) {
      update.clear();
      tell(line);
      show();
    },
    stop() {
      clearInterval(timer);
      process.stderr.off("resize", show);
      update.clear();
      update.done();
    },
  };
}

import { stripVTControlCharacters } from "node:util";
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
const UP_AND_ERASE = "\x1b[1A\x1b[2K";

/** A display at the end of the terminal's stderr, drawn again with each tick and when the window changes. */
export async function redrawn(
  draw: (width: number, tick: number) => string,
  tickMs: number,
): Promise<Redrawn> {
  const { stderr } = process;
  const update = createLogUpdate(stderr);
  let tick = 0;
  let drawn = "";
  const show = () => {
    drawn = draw(stderr.columns || USUAL_WIDTH, tick);
    update(drawn);
  };
  const redraw = () => {
    // A terminal that became narrower has broken the line into several, of which the library knows one.
    const rows = Math.ceil(stripVTControlCharacters(drawn).length / (stderr.columns || USUAL_WIDTH));
    stderr.write(UP_AND_ERASE.repeat(Math.max(0, rows - 1)));
    show();
  };
  const timer = setInterval(() => {
    tick++;
    show();
  }, tickMs);
  stderr.on("resize", redraw);
  show();
  return {
    tell(line) {
      update.clear();
      tell(line);
      show();
    },
    stop() {
      clearInterval(timer);
      stderr.off("resize", redraw);
      update.clear();
      update.done();
    },
  };
}

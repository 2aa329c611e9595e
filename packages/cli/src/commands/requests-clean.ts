import { journal } from "@model-api/node";
import { durationFlag } from "../input/numbers.js";
import { printJson } from "../output/json.js";
import { print } from "../output/streams.js";
import type { Action } from "../table/command.js";

/** `model-api requests clean` */
export const clean: Action = async (_, flags) => {
  const olderThan = durationFlag("--older-than", String(flags.olderThan));
  const kept = journal();
  let forgotten = (await kept.clean({ olderThan })).length;
  if (flags.all) {
    const { entries } = await kept.list();
    for (const { id, createdAt } of entries)
      if (createdAt.getTime() <= Date.now() - olderThan && (await kept.remove(id))) forgotten++;
  }
  const left = (await kept.list()).entries.length;
  if (flags.json) return printJson({ forgotten, left, journal: kept.dir });
  print(`${forgotten} ${forgotten === 1 ? "request" : "requests"} forgotten, ${left} left in ${kept.dir}`);
};

import { isMedia } from "../json-schema.js";
import { addition, breaking, documentation } from "./change.js";
import type { Rule } from "./pair.js";
import { below } from "./pointer.js";
import { canBe } from "./possible.js";
import { shown } from "./values.js";

/** `pattern`. That one pattern accepts all that another one does is never proven. */
export const comparePattern: Rule = ({ before, after, pointer }) => {
  const [was, is] = [before.pattern, after.pattern];
  if (was === is) return [];
  const at = below(pointer, "pattern");
  if (is === undefined) return [addition(at, `need not match ${shown(was)} any more`)];
  if (!canBe(before, "string")) return [documentation(at, `must match ${shown(is)}, where it is a string`)];
  const instead = was === undefined ? "" : ` instead of ${shown(was)}`;
  return [breaking(at, `must match ${shown(is)}${instead}`)];
};

/** `format`: of a media field a rule and a type of its own, which takes files; any other is a note for people. */
export const compareFormat: Rule = ({ before, after, pointer }) => {
  const [was, is] = [before.format, after.format];
  if (was === is) return [];
  const at = below(pointer, "format");
  const what = `the format was ${shown(was)} and is ${shown(is)}`;
  if (isMedia(before)) return [breaking(at, `${what}: callers pass other files, or none`)];
  if (!isMedia(after)) return [documentation(at, what)];
  if (!canBe(before, "string"))
    return [documentation(at, `${what}, for values that were not accepted before`)];
  return [breaking(at, `${what}: only the URL of a file is accepted`)];
};

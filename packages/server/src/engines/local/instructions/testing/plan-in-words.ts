/** A plan as short lines, so that a table of prompts can be read by people. */

import type { Anchor, Background, NamedColour, TextInstruction } from "../operations.js";
import type { EditPlan } from "../plan.js";

export function planInWords(plan: EditPlan): string[] {
  const { background, arrangement, frame } = plan;
  return [
    ...(plan.source > 0 ? [`source ${plan.source}`] : []),
    ...plan.reshapes.map(({ reshape }) => {
      if (reshape.kind === "rotate") return `rotate ${reshape.degrees}`;
      return reshape.kind === "flip" ? `flip ${reshape.axis}` : `crop ${reshape.ratio.join(":")}`;
    }),
    ...plan.removals.map(({ anchor }) => `remove ${at(anchor)}`),
    ...(background ? [`behind ${behind(background.background)}${background.shadow ? " + shadow" : ""}`] : []),
    ...(arrangement ? [arranged(arrangement.arrangement)] : []),
    ...plan.adjustments.map(({ adjustment: { kind, scope, ...rest } }) => {
      const sign = "direction" in rest ? { up: "+", down: "-" }[rest.direction] : "";
      const strength = "strength" in rest && rest.strength !== "medium" ? ` ${rest.strength}` : "";
      return `${kind}${sign}${strength}${scope === "picture" ? "" : ` of ${scope}`}`;
    }),
    ...plan.texts.map(({ text }) => written(text)),
    ...(frame
      ? [`frame ${frame.frame.width}${frame.frame.colour ? ` ${hex(frame.frame.colour)}` : ""}`]
      : []),
    ...plan.kept.map((words) => `keep: ${words}`),
    ...(plan.placementKept ? ["stays in place"] : []),
    ...plan.forbidden.map((words) => `without: ${words}`),
  ];
}

function behind(background: Background): string {
  switch (background.kind) {
    case "studio":
      return `studio ${background.tone}`;
    case "colour":
      return hex(background.colour);
    case "gradient":
      return `${hex(background.from)} to ${hex(background.to)} ${background.direction}`;
    case "blur":
      return background.strength === "medium" ? "blur" : `blur ${background.strength}`;
    case "transparent":
      return "nothing";
    case "picture":
      return `picture ${background.image}`;
  }
}

function arranged(arrangement: NonNullable<EditPlan["arrangement"]>["arrangement"]): string {
  if (arrangement.kind === "inset") {
    return `inset ${arrangement.inset} in ${arrangement.base} ${at(arrangement.anchor)}`;
  }
  const images = arrangement.images ? ` of ${arrangement.images.join()}` : "";
  if (arrangement.kind === "grid")
    return `grid${arrangement.columns ? ` ${arrangement.columns}` : ""}${images}`;
  return `${arrangement.direction}${images}`;
}

function written({ text, role, position, weight, size, colour }: TextInstruction): string {
  const style = [position && at(position), weight, size, colour && hex(colour)].filter(Boolean);
  return [`${role} “${text}”`, ...style].join(" ");
}

function at({ vertical, horizontal }: Anchor): string {
  if (vertical === "middle") return horizontal === "centre" ? "middle" : horizontal;
  return horizontal === "centre" ? vertical : `${vertical}-${horizontal}`;
}

function hex({ rgb }: NamedColour): string {
  return `#${rgb.map((channel) => channel.toString(16).padStart(2, "0")).join("")}`;
}

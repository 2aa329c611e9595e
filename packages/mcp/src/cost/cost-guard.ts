import type { McpOptions } from "../options.js";
import { ToolError } from "../tool-error.js";
import type { Price } from "./price.js";

/** Holds back what costs more than its owner has allowed. */
export interface CostGuard {
  /**
   * Lets a request pass, and counts it. `limit`, in US dollars, is the caller's own, which can only make the owner's smaller.
   * @throws ToolError `cost_guard` with the estimate and the option that would allow it; nothing is counted then
   */
  admit(model: string, price: Price, limit?: number): Admission;
  /** US dollars that the requests of this process are estimated at together. */
  readonly totalUsd: number;
}

export interface Admission {
  /** Takes it out of the count again: it was certainly not submitted. */
  takeBack(): void;
}

type GuardOptions = Pick<
  McpOptions,
  "allowPaid" | "allowUnknownPrice" | "maxCostUsd" | "maxSessionCostUsd" | "freeServer"
>;

export function createCostGuard(options: GuardOptions): CostGuard {
  const { maxSessionCostUsd } = options;
  let total = 0;

  function admit(model: string, { usd, isFree }: Price, limit?: number): Admission {
    if (isFree) return { takeBack() {} };
    const refuse = (why: string, option: string, how: string): never => {
      throw new ToolError(
        "cost_guard",
        `${model}: ${why}. Nothing was submitted, and nothing was charged. ${how}`,
        { estimate_usd: usd, option },
      );
    };
    const told = usd === null ? "nothing tells what it would cost" : `it would cost about ${dollars(usd)}`;
    if (!options.allowPaid)
      refuse(
        `${told}, and this server submits nothing that costs anything`,
        "--allow-paid",
        `Whoever runs it can allow that with --allow-paid, and set limits with --max-cost-usd and --max-session-cost-usd${usd === null ? "; for a server of their own that charges nothing, --free-server" : ""}.`,
      );
    const [most, option] =
      limit !== undefined && limit < (options.maxCostUsd ?? Number.POSITIVE_INFINITY)
        ? [limit, "max_cost_usd"]
        : [options.maxCostUsd, "--max-cost-usd"];
    if (usd === null) {
      if (!options.allowUnknownPrice || option === "max_cost_usd")
        refuse(
          `${told}, which counts as too much`,
          option === "max_cost_usd" ? "max_cost_usd" : "--allow-unknown-price",
          option === "max_cost_usd"
            ? "Leave max_cost_usd out to submit it all the same."
            : "Whoever runs this server can allow that with --allow-unknown-price.",
        );
    } else if (most !== undefined && usd > most)
      refuse(
        `${told}, and ${option} is ${dollars(most)}`,
        option,
        option === "max_cost_usd"
          ? "Ask for less, or call it with a higher max_cost_usd."
          : "Ask for less; only whoever runs this server can raise that.",
      );
    // What has no price counts as the most that one request may cost, where somebody has said that.
    const counted = usd ?? options.maxCostUsd ?? 0;
    if (maxSessionCostUsd !== undefined && exact(total + counted) > maxSessionCostUsd)
      refuse(
        `${told}, ${dollars(total)} are spent or under way, and --max-session-cost-usd is ${dollars(maxSessionCostUsd)}`,
        "--max-session-cost-usd",
        "Only whoever runs this server can raise that, or begin anew by starting it again.",
      );
    total = exact(total + counted);
    let isCounted = true;
    return {
      takeBack() {
        if (isCounted) total = exact(total - counted);
        isCounted = false;
      },
    };
  }

  return {
    admit,
    get totalUsd() {
      return total;
    },
  };
}

/** An amount for people: cents, and more digits only where it has them. */
export function dollars(usd: number): string {
  const amount = exact(usd);
  return `$${amount === exact(Number(amount.toFixed(2))) ? amount.toFixed(2) : amount}`;
}

/** A sum of tenths is not quite one: amounts are kept to a millionth. */
const exact = (usd: number) => Number(usd.toFixed(6));

import { useWords } from "../i18n/context.js";

/** What a catalog says of a price. */
export interface Priced {
  readonly base_price_usd?: number | null | undefined;
  readonly price_unit?: string | undefined;
}

/** A model's price as a text: an amount a unit, or that this server charges nothing. */
export function usePrice({ base_price_usd: price, price_unit: unit }: Priced): string {
  const { t, language } = useWords();
  if (price === null || price === undefined) return t("price.none");
  const amount = new Intl.NumberFormat(language.code, {
    style: "currency",
    currency: "USD",
    maximumFractionDigits: 4,
  }).format(price);
  return t(unit === "second" ? "price.second" : "price.output", { amount });
}

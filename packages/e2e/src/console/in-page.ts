import type { Page } from "playwright-core";

// Programs for the page, as text: what a browser has is not among the types of these suites.

export const languageOf = (page: Page): Promise<string> => page.evaluate("document.documentElement.lang");

/** Everything on a page that people see, or have read to them. */
export const wordsOn = (page: Page): Promise<string> =>
  page.evaluate(`
    [document.title, document.body.innerText,
      ...[...document.querySelectorAll("[aria-label],[placeholder],[alt],[title]")].flatMap((element) =>
        ["aria-label", "placeholder", "alt", "title"].map((name) => element.getAttribute(name) ?? ""))].join("\\n")`);

export const unfoldAll = (page: Page): Promise<void> =>
  page.evaluate(`for (const details of document.querySelectorAll("details")) details.open = true;`);

export const widthOf = (page: Page): Promise<number> => page.evaluate("document.documentElement.scrollWidth");

/** The name of the field that has the focus. */
export const focusedName = (page: Page): Promise<string | null> =>
  page.evaluate(`document.activeElement?.getAttribute("name") ?? null`);

export const clipboardText = (page: Page): Promise<string> => page.evaluate("navigator.clipboard.readText()");

/** All that a page has kept, other than in its memory. */
export const storedBy = (page: Page): Promise<string> =>
  page.evaluate("JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie])");

/** Drops a file on the field of pictures, or pastes it into the prompt. */
export async function giveFile(page: Page, how: "drop" | "paste", name: string): Promise<void> {
  await page.locator(".media-field").waitFor();
  const target = how === "drop" ? ".media-field" : "textarea";
  const event =
    how === "drop"
      ? `new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true })`
      : `new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true })`;
  await page.evaluate(`{
    const data = new DataTransfer();
    data.items.add(new File([new Uint8Array(64)], ${JSON.stringify(name)}, { type: "image/png" }));
    document.querySelector(${JSON.stringify(target)}).dispatchEvent(${event});
  }`);
}

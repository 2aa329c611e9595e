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

/** The key that a page calls with, where it is kept for the tab. */
export const tokenOf = (page: Page): Promise<string> =>
  page.evaluate(`JSON.parse(sessionStorage.getItem("model-api-session")).token`);

/** What the element that has the focus is called. */
export const focused = (page: Page): Promise<string> =>
  page.evaluate(`{
    const element = document.activeElement;
    const named = element?.getAttribute("aria-label") ?? element?.labels?.[0]?.innerText ?? element?.innerText ?? "";
    element === document.body ? "" : named.trim();
  }`);

/** Whether it is seen which element has the focus: by an outline of its own, or of what stands for it. */
export const isFocusSeen = (page: Page): Promise<boolean> =>
  page.evaluate(`{
    const element = document.activeElement;
    const isOutlined = (style) => style.outlineStyle !== "none" && Number.parseFloat(style.outlineWidth) > 0;
    const box = element.getBoundingClientRect();
    const isThere = box.bottom > 0 && box.top < innerHeight;
    isThere && ([element, element.nextElementSibling, element.closest("label")].some(
      (each) => each && isOutlined(getComputedStyle(each))) || isOutlined(getComputedStyle(element, "::after")));
  }`);

/** Whether the focus is in an open dialog, or with the browser itself, and on nothing behind the dialog. */
export const isFocusKept = (page: Page): Promise<boolean> =>
  page.evaluate(
    `document.activeElement === document.body || Boolean(document.activeElement.closest("dialog[open]"))`,
  );

/** From now on the page notes what moves on it by itself. */
export const watchShifts = (page: Page): Promise<void> =>
  page.evaluate(`{
    globalThis.shifts = [];
    new PerformanceObserver((list) => {
      for (const { value, hadRecentInput, sources } of list.getEntries())
        if (!hadRecentInput) globalThis.shifts.push([value, ...sources.map(({ node }) => node?.outerHTML?.slice(0, 120) ?? "")]);
    }).observe({ type: "layout-shift" });
  }`);

export const shiftsOn = (page: Page): Promise<unknown[]> => page.evaluate("globalThis.shifts");

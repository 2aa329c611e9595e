/** Whether a page that loads nothing from elsewhere can show what is at a URL. */
export function isShowable(url: string | undefined): url is string {
  if (!url) return false;
  return /^(blob|data):/.test(url) || (URL.canParse(url) && new URL(url).origin === location.origin);
}

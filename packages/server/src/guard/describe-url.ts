/** A part of a path that is longer may be a secret: an upload's name, a signature, a webhook's token. */
const LONG = 20;
const SHOWN = 8;
const MAX_LENGTH = 120;

/**
 * A URL for an error or a log: enough to tell which one it was, and nothing that gives access. No user name, no password,
 * no query, no fragment, no long part of a path, no data.
 */
export function describeUrl(text: string): string {
  if (/^\s*data:/i.test(text)) return describeData(text.trimStart());
  if (!URL.canParse(text)) return describeText(text);
  const { protocol, host, pathname, search } = new URL(text);
  if (!/^(https?|ftp|file):$/.test(protocol)) return `${shorten(protocol)}…`;
  return cut(`${protocol}//${host}${describePath(pathname)}${search && "?…"}`);
}

function describeData(uri: string): string {
  const [type] = /^data:[\w.+/-]{0,60}/i.exec(uri) ?? ["data:"];
  return `${type}…`;
}

/** Text that is no URL is shown where it is no more than a path; anything else may have a secret anywhere. */
function describeText(text: string): string {
  if (/^[\w./ -]*$/.test(text)) return JSON.stringify(cut(describePath(text)));
  const [scheme] = /^[a-z][a-z0-9+.-]{0,15}:/i.exec(text) ?? [""];
  return `"${scheme}…"`;
}

const describePath = (path: string): string => path.split("/").map(shorten).join("/");
const shorten = (part: string): string => (part.length > LONG ? `${part.slice(0, SHOWN)}…` : part);
const cut = (text: string): string => (text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH)}…` : text);

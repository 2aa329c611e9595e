/** Tokens of this server, bearer tokens of anyone, signing secrets, and passwords in URLs. */
const SECRET =
  /\b(mapi_|whsec_)[A-Za-z0-9_\-+/=]+|\b(bearer\s+)[^\s"',;]+|(:\/\/[^\s:/@"']*:)[^\s@/"']+(?=@)/gi;

/** A text without anything that looks like a secret. */
export function redact(text: string): string {
  return text.replace(SECRET, (_, own = "", bearer = "", url = "") => `${own}${bearer}${url}…`);
}

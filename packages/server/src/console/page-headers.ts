/**
 * What the console may do: load its own files and nothing else, run no code that stands in a page or is made of text, be framed by nobody,
 * and say nowhere where it was. Pictures and sounds come from where outputs are, which `publicUrl` may say.
 */
export function pageHeaders(publicUrl: string | undefined): Record<string, string> {
  const outputs = publicUrl === undefined ? "" : ` ${new URL(publicUrl).origin}`;
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "font-src 'self'",
    `img-src 'self' data: blob:${outputs}`,
    `media-src 'self' data: blob:${outputs}`,
    `connect-src 'self'${outputs}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
  ];
  return {
    "content-security-policy": policy.join("; "),
    "cross-origin-opener-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=()",
    "referrer-policy": "no-referrer",
    "x-frame-options": "DENY",
  };
}

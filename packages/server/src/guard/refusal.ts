/**
 * What the guard did not do, as a clause that completes "… could not be used: …". It is told to callers, so it holds no secret
 * of a URL and nothing of what a name resolves to.
 */
export class GuardRefusal extends Error {
  override readonly name = "GuardRefusal";
}

/** What an error of the AWS SDK is told as. */

/** The place that was asked. */
export interface S3Place {
  readonly bucket: string;
  readonly endpoint?: string | undefined;
}

/** What is read of an error; nothing else of it gets out. */
interface SdkError {
  readonly name?: unknown;
  readonly code?: unknown;
  readonly message?: unknown;
  readonly $metadata?: { readonly httpStatusCode?: number };
}

const KEY_HINT =
  "Check the access key, and that it may list the bucket, and get, put and delete its objects and abort uploads to it.";
const REGION_HINT = "Check the region: the bucket seems to be in another one.";
const REACH_HINT = "Check the endpoint, and that this machine reaches it.";

/** By the name or code of the error, else by the HTTP status: what a person can do. */
const HINTS: Readonly<Record<string, string>> = {
  NoSuchBucket: "Make the bucket, or correct its name.",
  NotFound: "Make the bucket, or correct its name.",
  AccessDenied: KEY_HINT,
  InvalidAccessKeyId: KEY_HINT,
  SignatureDoesNotMatch: KEY_HINT,
  403: KEY_HINT,
  RequestTimeTooSkewed: "Set this machine's clock.",
  PermanentRedirect: REGION_HINT,
  AuthorizationHeaderMalformed: REGION_HINT,
  301: REGION_HINT,
  CredentialsProviderError:
    "There are no credentials: give accessKeyId and secretAccessKey, or set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.",
  "Region is missing": "Give the region, or set AWS_REGION.",
  ECONNREFUSED: REACH_HINT,
  ENOTFOUND: REACH_HINT,
  TimeoutError: REACH_HINT,
};

/** Names that tell nothing. */
const NO_NAMES: ReadonlySet<string> = new Set(["Error", "Unknown", "UnknownError"]);

/** Whether an object is not there. */
export function isMissing(error: unknown): boolean {
  const { name, $metadata } = error as SdkError;
  return (name === "NotFound" || name === "NoSuchKey") && $metadata?.httpStatusCode === 404;
}

/**
 * An error that says what was tried and what came of it. The SDK's own error is not handed on, nor its words: it holds the signed
 * request and the service's answer, which may repeat an access key or a signed URL.
 */
export function describeS3Failure(what: string, { bucket, endpoint }: S3Place, error: unknown): Error {
  const { name, code, message, $metadata } = error as SdkError;
  const status = $metadata?.httpStatusCode;
  const known = [code, name, message].find((word) => typeof word === "string" && word in HINTS);
  const reason = [known ?? [code, name].find(isWord), status && `HTTP ${status}`].filter(Boolean).join(", ");
  const hint = HINTS[String(known)] ?? HINTS[String(status)];
  const place = endpoint ? ` at ${new URL(endpoint).origin}` : "";
  return new Error(
    `S3: ${what} bucket ${bucket}${place}: ${reason || "an unknown error"}.${hint ? ` ${hint}` : ""}`,
  );
}

function isWord(value: unknown): boolean {
  return typeof value === "string" && !NO_NAMES.has(value) && /^[A-Za-z_][A-Za-z0-9_.]{0,63}$/.test(value);
}

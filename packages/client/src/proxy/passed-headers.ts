const TRACE_PARENT = /^[\da-f]{2}-[\da-f]{32}-[\da-f]{16}-[\da-f]{2}$/;
const TRACE_STATE = /^[\x20-\x7e]{1,512}$/;

/** The headers of any call that are passed on as they are: the caller's trace, after W3C Trace Context. */
export function passedHeaders(headers: Headers): Record<string, string> {
  const traceparent = headers.get("traceparent") ?? "";
  if (!TRACE_PARENT.test(traceparent)) return {};
  const tracestate = headers.get("tracestate") ?? "";
  return { traceparent, ...(TRACE_STATE.test(tracestate) && { tracestate }) };
}

/** A part of a form with a file in it. */
export interface FormFile {
  readonly field: string;
  readonly name: string;
  readonly type: string;
  readonly bytes: Buffer;
}

export interface Form {
  /** In the order of the body. */
  readonly fields: readonly (readonly [name: string, value: string])[];
  readonly files: readonly FormFile[];
}

/** Reads a multipart body by RFC 7578, with no help from whatever has written it. Throws where it is not one, byte for byte. */
export function readForm(body: Buffer, contentType: string): Form {
  const boundary = /^multipart\/form-data; ?boundary=([^;]+)$/.exec(contentType)?.[1];
  if (!boundary) throw new Error(`${contentType} is no multipart form`);
  const opening = Buffer.from(`--${boundary}\r\n`);
  if (!body.subarray(0, opening.length).equals(opening))
    throw new Error("the body does not begin with its boundary");
  const fields: [string, string][] = [];
  const files: FormFile[] = [];
  const delimiter = Buffer.from(`\r\n--${boundary}`);
  for (let at = opening.length; ; ) {
    const end = body.indexOf(delimiter, at);
    if (end < 0) throw new Error("a part does not end");
    const part = readPart(body.subarray(at, end));
    if ("bytes" in part) files.push(part);
    else fields.push(part.field);
    const after = end + delimiter.length;
    const closing = body.subarray(after, after + 2).toString("latin1");
    at = after + 2;
    if (closing === "--") break;
    if (closing !== "\r\n") throw new Error("a boundary is not followed by the end of its line");
  }
  return { fields, files };
}

function readPart(part: Buffer): FormFile | { field: [string, string] } {
  const end = part.indexOf("\r\n\r\n");
  if (end < 0) throw new Error("a part has no headers");
  const headers = part.subarray(0, end).toString("utf8").split("\r\n");
  const bytes = part.subarray(end + 4);
  const disposition = headers.find((line) => /^content-disposition: form-data;/i.test(line)) ?? "";
  const field = /; name="([^"]*)"/.exec(disposition)?.[1];
  if (field === undefined) throw new Error("a part has no name");
  const name = /; filename="([^"]*)"/.exec(disposition)?.[1];
  if (name === undefined) return { field: [field, bytes.toString("utf8")] };
  const type = headers.find((line) => /^content-type: /i.test(line))?.slice("content-type: ".length) ?? "";
  return { field, name, type, bytes };
}
